/** Deployments of a remote engine. */
@NullMarked
package io.tenantry.client.deployments;

import org.jspecify.annotations.NullMarked;
