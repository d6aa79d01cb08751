/** API keys of a remote engine. */
@NullMarked
package io.tenantry.client.apikeys;

import org.jspecify.annotations.NullMarked;
