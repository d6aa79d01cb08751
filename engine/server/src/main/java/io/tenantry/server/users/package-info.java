/** Databases of single users: the calls under /v1. */
@NullMarked
package io.tenantry.server.users;

import org.jspecify.annotations.NullMarked;
