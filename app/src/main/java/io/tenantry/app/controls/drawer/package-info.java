/** A panel that lies over the edge of a page, while the page below stays usable. */
@NullMarked
package io.tenantry.app.controls.drawer;

import org.jspecify.annotations.NullMarked;
