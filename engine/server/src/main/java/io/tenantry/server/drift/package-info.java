/** The calls of drift. */
@NullMarked
package io.tenantry.server.drift;

import org.jspecify.annotations.NullMarked;
