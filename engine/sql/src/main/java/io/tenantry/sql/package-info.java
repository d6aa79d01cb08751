/**
 * SQLite's rules for SQL texts, in one place: tokens, statements and their kinds, keywords, names.
 * Nothing here runs SQL, and nothing else in the house scans it.
 */
@NullMarked
package io.tenantry.sql;

import org.jspecify.annotations.NullMarked;
