/** Sign-up, login and logout of the local engine. */
@NullMarked
package io.tenantry.core.accounts;

import org.jspecify.annotations.NullMarked;
