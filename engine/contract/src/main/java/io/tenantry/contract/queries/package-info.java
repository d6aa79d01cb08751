/** Queries on one tenant and on many, and the values they carry. */
@NullMarked
package io.tenantry.contract.queries;

import org.jspecify.annotations.NullMarked;
