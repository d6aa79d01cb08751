/** Frames and what stands in them: facts, lines of settings, rounded corners. */
@NullMarked
package io.tenantry.app.controls.cards;

import org.jspecify.annotations.NullMarked;
