/** Pages of long lists. */
@NullMarked
package io.tenantry.contract.page;

import org.jspecify.annotations.NullMarked;
