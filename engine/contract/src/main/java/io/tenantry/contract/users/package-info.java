/**
 * Per-user databases in the manner of PerSQL: one call on every sign-in gives a user their database
 * and a token that opens it and nothing else.
 */
@NullMarked
package io.tenantry.contract.users;

import org.jspecify.annotations.NullMarked;
