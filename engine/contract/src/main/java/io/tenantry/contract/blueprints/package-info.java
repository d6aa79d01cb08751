/** Blueprints: versioned schemas that tenants get. */
@NullMarked
package io.tenantry.contract.blueprints;

import org.jspecify.annotations.NullMarked;
