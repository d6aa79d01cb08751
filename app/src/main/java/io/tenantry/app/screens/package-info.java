/** The one switch from a route to its screen. */
@NullMarked
package io.tenantry.app.screens;

import org.jspecify.annotations.NullMarked;
