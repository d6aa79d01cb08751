/** Tenants of a remote engine. */
@NullMarked
package io.tenantry.client.tenants;

import org.jspecify.annotations.NullMarked;
