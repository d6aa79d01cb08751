/** The adapter to the HTTP library: routing, credentials, bodies, lanes and errors. */
@NullMarked
package io.tenantry.server.http;

import org.jspecify.annotations.NullMarked;
