/** Point-in-time recovery of tenant databases that have a host of their own. */
@NullMarked
package io.tenantry.core.recovery;

import org.jspecify.annotations.NullMarked;
