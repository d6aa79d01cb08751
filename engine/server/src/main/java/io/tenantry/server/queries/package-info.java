/** Queries over HTTP. */
@NullMarked
package io.tenantry.server.queries;

import org.jspecify.annotations.NullMarked;
