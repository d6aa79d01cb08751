/** The projects of the open engine: switching, making, renaming and deleting them. */
@NullMarked
package io.tenantry.app.projects;

import org.jspecify.annotations.NullMarked;
