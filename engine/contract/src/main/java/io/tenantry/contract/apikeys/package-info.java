/** API keys: who may do what, and where. */
@NullMarked
package io.tenantry.contract.apikeys;

import org.jspecify.annotations.NullMarked;
