/** Workspaces of a remote engine. */
@NullMarked
package io.tenantry.client.workspaces;

import org.jspecify.annotations.NullMarked;
