/** Restore drills: proof that backups can be put back. */
@NullMarked
package io.tenantry.contract.drills;

import org.jspecify.annotations.NullMarked;
