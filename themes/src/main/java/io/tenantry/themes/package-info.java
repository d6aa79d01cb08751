/** The look of the console: palettes, control styles and typefaces. */
@NullMarked
package io.tenantry.themes;

import org.jspecify.annotations.NullMarked;
