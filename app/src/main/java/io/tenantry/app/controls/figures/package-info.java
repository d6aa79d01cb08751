/** Numbers and shares that are looked at: tiles, bars, meters. */
@NullMarked
package io.tenantry.app.controls.figures;

import org.jspecify.annotations.NullMarked;
