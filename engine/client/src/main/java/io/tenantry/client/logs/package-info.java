/** Query logs and metrics of a remote engine. */
@NullMarked
package io.tenantry.client.logs;

import org.jspecify.annotations.NullMarked;
