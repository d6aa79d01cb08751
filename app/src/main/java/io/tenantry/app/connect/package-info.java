/** Opens engines, local and remote: the only package that knows how they are built. */
@NullMarked
package io.tenantry.app.connect;

import org.jspecify.annotations.NullMarked;
