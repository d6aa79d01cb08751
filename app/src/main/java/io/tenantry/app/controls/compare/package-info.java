/** Two states of a schema beside each other: which objects differ, and in which lines. */
@NullMarked
package io.tenantry.app.controls.compare;

import org.jspecify.annotations.NullMarked;
