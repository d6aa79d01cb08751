/** The one way in which the client calls an endpoint. */
@NullMarked
package io.tenantry.client.http;

import org.jspecify.annotations.NullMarked;
