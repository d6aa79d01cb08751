/** API keys over HTTP. */
@NullMarked
package io.tenantry.wire.apikeys;

import org.jspecify.annotations.NullMarked;
