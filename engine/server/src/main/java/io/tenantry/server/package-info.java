/** HTTP server over any engine, and its command line. */
@NullMarked
package io.tenantry.server;

import org.jspecify.annotations.NullMarked;
