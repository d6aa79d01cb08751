/** How the contract is spoken over HTTP: one endpoint constant per call. */
@NullMarked
package io.tenantry.wire;

import org.jspecify.annotations.NullMarked;
