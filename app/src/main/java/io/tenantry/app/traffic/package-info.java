/** Queries over time, as several screens draw them. */
@NullMarked
package io.tenantry.app.traffic;

import org.jspecify.annotations.NullMarked;
