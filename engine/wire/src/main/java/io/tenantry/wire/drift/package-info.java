/** How drift is spoken over HTTP. */
@NullMarked
package io.tenantry.wire.drift;

import org.jspecify.annotations.NullMarked;
