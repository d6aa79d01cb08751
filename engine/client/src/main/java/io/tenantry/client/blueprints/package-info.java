/** Blueprints of a remote engine. */
@NullMarked
package io.tenantry.client.blueprints;

import org.jspecify.annotations.NullMarked;
