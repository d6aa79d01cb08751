/** Deployments over HTTP. */
@NullMarked
package io.tenantry.wire.deployments;

import org.jspecify.annotations.NullMarked;
