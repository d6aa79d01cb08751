/** Drills over HTTP. */
@NullMarked
package io.tenantry.client.drills;

import org.jspecify.annotations.NullMarked;
