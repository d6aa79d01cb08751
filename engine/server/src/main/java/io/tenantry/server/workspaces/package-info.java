/** Workspaces over HTTP. */
@NullMarked
package io.tenantry.server.workspaces;

import org.jspecify.annotations.NullMarked;
