/** The blueprints that tenants are made from, and their versions. */
@NullMarked
package io.tenantry.core.blueprints;

import org.jspecify.annotations.NullMarked;
