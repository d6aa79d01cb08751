/** API keys of the local engine. */
@NullMarked
package io.tenantry.core.apikeys;

import org.jspecify.annotations.NullMarked;
