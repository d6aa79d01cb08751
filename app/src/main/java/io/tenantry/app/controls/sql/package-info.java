/** The SQL editor: colours, the statement at the caret, completion. */
@NullMarked
package io.tenantry.app.controls.sql;

import org.jspecify.annotations.NullMarked;
