/** What the engine says about itself. */
@NullMarked
package io.tenantry.server.info;

import org.jspecify.annotations.NullMarked;
