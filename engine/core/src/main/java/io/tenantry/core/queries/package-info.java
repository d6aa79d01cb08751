/** Queries on one tenant and on many. */
@NullMarked
package io.tenantry.core.queries;

import org.jspecify.annotations.NullMarked;
