/** How things are: tones, chips, dots, tags and counts. */
@NullMarked
package io.tenantry.app.controls.state;

import org.jspecify.annotations.NullMarked;
