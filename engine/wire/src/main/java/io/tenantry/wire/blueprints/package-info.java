/** Blueprints over HTTP. */
@NullMarked
package io.tenantry.wire.blueprints;

import org.jspecify.annotations.NullMarked;
