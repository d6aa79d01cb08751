/** Questions and forms above the window, and the system's file choosers. */
@NullMarked
package io.tenantry.app.dialogs;

import org.jspecify.annotations.NullMarked;
