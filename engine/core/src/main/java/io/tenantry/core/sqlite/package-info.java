/** The only door to SQLite for tenant and workspace databases, and the rules for foreign SQL. */
@NullMarked
package io.tenantry.core.sqlite;

import org.jspecify.annotations.NullMarked;
