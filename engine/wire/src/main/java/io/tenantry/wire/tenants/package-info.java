/** Tenants over HTTP. */
@NullMarked
package io.tenantry.wire.tenants;

import org.jspecify.annotations.NullMarked;
