/**
 * Charts on a canvas: what they show is reduced to pixels by plain classes off the UI thread, drawn
 * with pens from the theme, read by keys, and kept as a table behind.
 */
@NullMarked
package io.tenantry.app.controls.charts;

import org.jspecify.annotations.NullMarked;
