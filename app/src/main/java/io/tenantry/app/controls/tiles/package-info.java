/** One square per thing, for any number of things. */
@NullMarked
package io.tenantry.app.controls.tiles;

import org.jspecify.annotations.NullMarked;
