/** Bringing existing databases in, split into tenants. */
@NullMarked
package io.tenantry.core.imports;

import org.jspecify.annotations.NullMarked;
