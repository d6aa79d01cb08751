/** The control plane's own database. */
@NullMarked
package io.tenantry.core.catalog;

import org.jspecify.annotations.NullMarked;
