/** Where tenant databases live: the shared host, and hosts of their own in regions. */
@NullMarked
package io.tenantry.core.hosts;

import org.jspecify.annotations.NullMarked;
