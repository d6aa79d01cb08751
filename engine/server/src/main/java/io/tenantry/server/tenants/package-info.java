/** Tenants over HTTP. */
@NullMarked
package io.tenantry.server.tenants;

import org.jspecify.annotations.NullMarked;
