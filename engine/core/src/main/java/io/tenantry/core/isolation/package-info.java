/** Moves databases of tenants between the shared host and hosts of their own. */
@NullMarked
package io.tenantry.core.isolation;

import org.jspecify.annotations.NullMarked;
