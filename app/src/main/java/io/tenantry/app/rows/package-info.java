/** The rows of a database's tables and views, page by page, wherever a database is looked at. */
@NullMarked
package io.tenantry.app.rows;

import org.jspecify.annotations.NullMarked;
