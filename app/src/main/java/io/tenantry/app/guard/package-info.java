/** How careful the console is with the open connection, decided in one place. */
@NullMarked
package io.tenantry.app.guard;

import org.jspecify.annotations.NullMarked;
