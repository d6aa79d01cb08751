/** Tenants: each holds one database per blueprint. */
@NullMarked
package io.tenantry.contract.tenants;

import org.jspecify.annotations.NullMarked;
