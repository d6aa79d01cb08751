/** One workspace: its header and the tabs grid, SQL, data and settings. */
@NullMarked
package io.tenantry.app.screens.workspaces.detail;

import org.jspecify.annotations.NullMarked;
