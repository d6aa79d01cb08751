/** Projects over HTTP. */
@NullMarked
package io.tenantry.server.projects;

import org.jspecify.annotations.NullMarked;
