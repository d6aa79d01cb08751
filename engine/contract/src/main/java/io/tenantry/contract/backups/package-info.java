/** Copies of tenant databases, and putting them back. */
@NullMarked
package io.tenantry.contract.backups;

import org.jspecify.annotations.NullMarked;
