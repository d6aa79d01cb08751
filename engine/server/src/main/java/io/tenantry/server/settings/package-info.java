/** The settings of a server: their names, and where their values come from. */
@NullMarked
package io.tenantry.server.settings;

import org.jspecify.annotations.NullMarked;
