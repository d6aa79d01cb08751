/** The calls of drills. */
@NullMarked
package io.tenantry.server.drills;

import org.jspecify.annotations.NullMarked;
