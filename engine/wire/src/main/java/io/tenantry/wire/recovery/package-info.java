/** Point-in-time recovery over HTTP. */
@NullMarked
package io.tenantry.wire.recovery;

import org.jspecify.annotations.NullMarked;
