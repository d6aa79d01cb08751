/** Data imports over HTTP. */
@NullMarked
package io.tenantry.client.imports;

import org.jspecify.annotations.NullMarked;
