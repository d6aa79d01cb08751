/** Point-in-time recovery on a remote engine. */
@NullMarked
package io.tenantry.client.recovery;

import org.jspecify.annotations.NullMarked;
