/** Query logs, statistics and metrics of tenants. */
@NullMarked
package io.tenantry.contract.logs;

import org.jspecify.annotations.NullMarked;
