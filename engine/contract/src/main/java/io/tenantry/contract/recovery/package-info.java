/** Point-in-time recovery of tenants with a host of their own. */
@NullMarked
package io.tenantry.contract.recovery;

import org.jspecify.annotations.NullMarked;
