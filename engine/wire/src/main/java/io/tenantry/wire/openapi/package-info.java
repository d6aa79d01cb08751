/** The description of the API, made from the same constants that server and client use. */
@NullMarked
package io.tenantry.wire.openapi;

import org.jspecify.annotations.NullMarked;
