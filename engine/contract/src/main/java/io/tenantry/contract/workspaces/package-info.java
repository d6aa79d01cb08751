/** Workspaces: the databases in which schemas are designed and their changes recorded. */
@NullMarked
package io.tenantry.contract.workspaces;

import org.jspecify.annotations.NullMarked;
