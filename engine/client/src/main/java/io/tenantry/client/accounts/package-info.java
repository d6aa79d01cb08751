/** Accounts of a remote engine. */
@NullMarked
package io.tenantry.client.accounts;

import org.jspecify.annotations.NullMarked;
