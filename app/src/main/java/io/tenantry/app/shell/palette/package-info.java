/** Go anywhere and do anything by typing a few letters. */
@NullMarked
package io.tenantry.app.shell.palette;

import org.jspecify.annotations.NullMarked;
