/** Query logs and metrics over HTTP. */
@NullMarked
package io.tenantry.wire.logs;

import org.jspecify.annotations.NullMarked;
