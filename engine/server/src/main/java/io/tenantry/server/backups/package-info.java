/** The calls of backups. */
@NullMarked
package io.tenantry.server.backups;

import org.jspecify.annotations.NullMarked;
