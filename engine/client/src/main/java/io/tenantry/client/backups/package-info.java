/** Backups over HTTP. */
@NullMarked
package io.tenantry.client.backups;

import org.jspecify.annotations.NullMarked;
