/** Deployments: bringing tenants to a version of their blueprint. */
@NullMarked
package io.tenantry.contract.deployments;

import org.jspecify.annotations.NullMarked;
