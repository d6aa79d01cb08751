/** Projects of the local engine. */
@NullMarked
package io.tenantry.core.projects;

import org.jspecify.annotations.NullMarked;
