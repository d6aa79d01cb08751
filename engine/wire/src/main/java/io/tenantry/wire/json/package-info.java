/** The only JSON codec: contract values to JSON and back. */
@NullMarked
package io.tenantry.wire.json;

import org.jspecify.annotations.NullMarked;
