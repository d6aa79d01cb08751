/** The screen for the look, the data folder, and what this console is. */
@NullMarked
package io.tenantry.app.screens.settings;

import org.jspecify.annotations.NullMarked;
