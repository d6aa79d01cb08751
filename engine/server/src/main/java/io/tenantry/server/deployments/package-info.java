/** Deployments over HTTP. */
@NullMarked
package io.tenantry.server.deployments;

import org.jspecify.annotations.NullMarked;
