/** The calls of samples of tenants. */
@NullMarked
package io.tenantry.server.samples;

import org.jspecify.annotations.NullMarked;
