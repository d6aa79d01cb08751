/** Accounts over HTTP. */
@NullMarked
package io.tenantry.server.accounts;

import org.jspecify.annotations.NullMarked;
