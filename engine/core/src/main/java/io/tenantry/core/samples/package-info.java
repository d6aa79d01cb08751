/** How large tenants are and how they are used, looked at when asked. */
@NullMarked
package io.tenantry.core.samples;

import org.jspecify.annotations.NullMarked;
