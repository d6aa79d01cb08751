/** Reusable controls: they know text and toolkit, never the engine. */
@NullMarked
package io.tenantry.app.controls;

import org.jspecify.annotations.NullMarked;
