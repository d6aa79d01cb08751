/** Staged schema edits: what the grid holds until it is applied, and the SQL they become. */
@NullMarked
package io.tenantry.app.screens.workspaces.edits;

import org.jspecify.annotations.NullMarked;
