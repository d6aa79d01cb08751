/** Telling those who follow what changes. */
@NullMarked
package io.tenantry.core.events;

import org.jspecify.annotations.NullMarked;
