/** Drift: tenant databases whose schema is not the one of the version they are on. */
@NullMarked
package io.tenantry.contract.drift;

import org.jspecify.annotations.NullMarked;
