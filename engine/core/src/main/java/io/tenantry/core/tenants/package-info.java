/** Tenants: their rows, their files, and their life cycle. */
@NullMarked
package io.tenantry.core.tenants;

import org.jspecify.annotations.NullMarked;
