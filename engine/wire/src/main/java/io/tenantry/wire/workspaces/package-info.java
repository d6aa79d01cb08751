/** Workspaces over HTTP. */
@NullMarked
package io.tenantry.wire.workspaces;

import org.jspecify.annotations.NullMarked;
