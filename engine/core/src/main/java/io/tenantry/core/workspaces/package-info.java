/** Workspaces: the databases in which schemas are designed and their changes recorded. */
@NullMarked
package io.tenantry.core.workspaces;

import org.jspecify.annotations.NullMarked;
