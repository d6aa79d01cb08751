/** Sign-up, login and logout over HTTP. */
@NullMarked
package io.tenantry.wire.accounts;

import org.jspecify.annotations.NullMarked;
