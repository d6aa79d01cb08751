/** The result grid: rows of an answer, their order, what is selected, and formats to take away. */
@NullMarked
package io.tenantry.app.controls.grid;

import org.jspecify.annotations.NullMarked;
