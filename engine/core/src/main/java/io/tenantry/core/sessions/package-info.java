/** Sessions on tenant and workspace databases, with transactions that last over several calls. */
@NullMarked
package io.tenantry.core.sessions;

import org.jspecify.annotations.NullMarked;
