/** The only way off the UI thread, and back. */
@NullMarked
package io.tenantry.app.tasks;

import org.jspecify.annotations.NullMarked;
