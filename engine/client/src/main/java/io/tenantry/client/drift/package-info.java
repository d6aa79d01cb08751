/** Drift over HTTP. */
@NullMarked
package io.tenantry.client.drift;

import org.jspecify.annotations.NullMarked;
