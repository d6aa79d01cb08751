/** The calls of backups and their replies. */
@NullMarked
package io.tenantry.wire.backups;

import org.jspecify.annotations.NullMarked;
