/** Databases of single users over HTTP. */
@NullMarked
package io.tenantry.client.users;

import org.jspecify.annotations.NullMarked;
