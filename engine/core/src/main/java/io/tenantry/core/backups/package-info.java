/** Copies of tenant databases, and putting them back. */
@NullMarked
package io.tenantry.core.backups;

import org.jspecify.annotations.NullMarked;
