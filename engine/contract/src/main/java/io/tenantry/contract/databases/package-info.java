/** Databases as their users connect to them: sessions with transactions, one login each. */
@NullMarked
package io.tenantry.contract.databases;

import org.jspecify.annotations.NullMarked;
