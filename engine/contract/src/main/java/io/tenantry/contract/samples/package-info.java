/** How large tenants are and how they are used. */
@NullMarked
package io.tenantry.contract.samples;

import org.jspecify.annotations.NullMarked;
