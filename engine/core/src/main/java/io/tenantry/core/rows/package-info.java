/**
 * What statements do to the rows of a database: from where to where, and what is lost on the way.
 */
@NullMarked
package io.tenantry.core.rows;

import org.jspecify.annotations.NullMarked;
