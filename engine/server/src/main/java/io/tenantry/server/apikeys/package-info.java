/** API keys over HTTP. */
@NullMarked
package io.tenantry.server.apikeys;

import org.jspecify.annotations.NullMarked;
