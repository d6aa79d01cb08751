/** Icons by what they mean. */
@NullMarked
package io.tenantry.app.controls.icons;

import org.jspecify.annotations.NullMarked;
