/** Queries on a remote engine. */
@NullMarked
package io.tenantry.client.queries;

import org.jspecify.annotations.NullMarked;
