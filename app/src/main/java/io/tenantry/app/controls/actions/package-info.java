/** What can be pressed, and rows of it that lose nothing when they are narrow. */
@NullMarked
package io.tenantry.app.controls.actions;

import org.jspecify.annotations.NullMarked;
