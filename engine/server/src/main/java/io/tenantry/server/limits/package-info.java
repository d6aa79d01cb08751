/** Limits that hold before anybody is known. */
@NullMarked
package io.tenantry.server.limits;

import org.jspecify.annotations.NullMarked;
