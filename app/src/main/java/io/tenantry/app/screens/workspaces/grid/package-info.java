/** The schema of a workspace as a grid in which edits are staged, previewed and applied. */
@NullMarked
package io.tenantry.app.screens.workspaces.grid;

import org.jspecify.annotations.NullMarked;
