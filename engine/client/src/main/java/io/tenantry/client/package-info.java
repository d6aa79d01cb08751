/** A remote engine: the contract over HTTP. */
@NullMarked
package io.tenantry.client;

import org.jspecify.annotations.NullMarked;
