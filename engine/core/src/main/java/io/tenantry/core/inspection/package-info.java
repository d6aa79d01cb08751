/** Looks whether a data folder is whole, without changing it, and repairs what is safe. */
@NullMarked
package io.tenantry.core.inspection;

import org.jspecify.annotations.NullMarked;
