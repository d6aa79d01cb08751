/** Projects over HTTP. */
@NullMarked
package io.tenantry.wire.projects;

import org.jspecify.annotations.NullMarked;
