/** Bringing the rows of a shared database in, split into tenants. */
@NullMarked
package io.tenantry.contract.imports;

import org.jspecify.annotations.NullMarked;
