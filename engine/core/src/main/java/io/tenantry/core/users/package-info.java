/** Databases of single users: provisioning on sign-in, tokens, expiry. */
@NullMarked
package io.tenantry.core.users;

import org.jspecify.annotations.NullMarked;
