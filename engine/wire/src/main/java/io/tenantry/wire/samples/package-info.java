/** How samples of tenants are spoken over HTTP. */
@NullMarked
package io.tenantry.wire.samples;

import org.jspecify.annotations.NullMarked;
