/**
 * The schema differ: works out what brings a database with rows from one schema to another, with
 * SQLite as parser and judge.
 */
@NullMarked
package io.tenantry.core.differ;

import org.jspecify.annotations.NullMarked;
