/** Blueprints: the versions of a schema, and the recorded statements that make them. */
@NullMarked
package io.tenantry.core.blueprints;

import org.jspecify.annotations.NullMarked;
