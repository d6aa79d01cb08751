/** The calls of query logs and metrics. */
@NullMarked
package io.tenantry.server.logs;

import org.jspecify.annotations.NullMarked;
