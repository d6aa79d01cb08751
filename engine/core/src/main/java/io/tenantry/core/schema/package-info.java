/**
 * What a SQLite schema is: reading it, comparing it, recording its changes, and compiling it into
 * the image a new database is written from.
 */
@NullMarked
package io.tenantry.core.schema;

import org.jspecify.annotations.NullMarked;
