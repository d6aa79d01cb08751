/** Tables: typed columns that find their widths, rows that are selected and opened, their frame. */
@NullMarked
package io.tenantry.app.controls.tables;

import org.jspecify.annotations.NullMarked;
