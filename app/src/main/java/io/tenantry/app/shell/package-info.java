/** The window around the screens: sidebar, header, job bar, status bar, palette. */
@NullMarked
package io.tenantry.app.shell;

import org.jspecify.annotations.NullMarked;
