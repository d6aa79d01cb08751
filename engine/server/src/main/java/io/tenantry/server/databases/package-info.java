/** Databases over HTTP: Hrana, which libSQL clients speak. */
@NullMarked
package io.tenantry.server.databases;

import org.jspecify.annotations.NullMarked;
