/** Sign-up, login and logout. */
@NullMarked
package io.tenantry.contract.accounts;

import org.jspecify.annotations.NullMarked;
