/** Blueprints over HTTP. */
@NullMarked
package io.tenantry.server.blueprints;

import org.jspecify.annotations.NullMarked;
