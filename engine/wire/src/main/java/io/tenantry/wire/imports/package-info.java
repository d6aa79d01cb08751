/** Data imports over HTTP. */
@NullMarked
package io.tenantry.wire.imports;

import org.jspecify.annotations.NullMarked;
