/** Queries over HTTP. */
@NullMarked
package io.tenantry.wire.queries;

import org.jspecify.annotations.NullMarked;
