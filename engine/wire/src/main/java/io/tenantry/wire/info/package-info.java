/** What an engine says about itself over HTTP. */
@NullMarked
package io.tenantry.wire.info;

import org.jspecify.annotations.NullMarked;
