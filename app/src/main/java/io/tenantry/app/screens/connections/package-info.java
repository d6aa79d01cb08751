/** The screen that lists, tests, opens and edits connections. */
@NullMarked
package io.tenantry.app.screens.connections;

import org.jspecify.annotations.NullMarked;
