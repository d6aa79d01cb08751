/** Point-in-time recovery over HTTP. */
@NullMarked
package io.tenantry.server.recovery;

import org.jspecify.annotations.NullMarked;
