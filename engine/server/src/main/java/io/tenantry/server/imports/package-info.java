/** The HTTP calls of data imports. */
@NullMarked
package io.tenantry.server.imports;

import org.jspecify.annotations.NullMarked;
