/** Workspaces: the list, and the form that makes one. */
@NullMarked
package io.tenantry.app.screens.workspaces;

import org.jspecify.annotations.NullMarked;
