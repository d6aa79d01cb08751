/** Deployments: bringing the tenants of a blueprint to one of its versions. */
@NullMarked
package io.tenantry.core.deployments;

import org.jspecify.annotations.NullMarked;
