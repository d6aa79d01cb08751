/** Restore drills: proof that backups can be put back. */
@NullMarked
package io.tenantry.core.drills;

import org.jspecify.annotations.NullMarked;
