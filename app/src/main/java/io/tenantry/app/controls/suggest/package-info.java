/** Suggestions while somebody types: one list for editors and fields. */
@NullMarked
package io.tenantry.app.controls.suggest;

import org.jspecify.annotations.NullMarked;
