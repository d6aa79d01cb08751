/** Long work of the open project: what goes on, and what came of what has ended. */
@NullMarked
package io.tenantry.app.screens.jobs;

import org.jspecify.annotations.NullMarked;
