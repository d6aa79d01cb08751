/** Hrana over HTTP, versions 2 and 3 in JSON: what libSQL clients speak to a database. */
@NullMarked
package io.tenantry.wire.databases;

import org.jspecify.annotations.NullMarked;
