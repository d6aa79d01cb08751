/** Samples of tenants over HTTP. */
@NullMarked
package io.tenantry.client.samples;

import org.jspecify.annotations.NullMarked;
