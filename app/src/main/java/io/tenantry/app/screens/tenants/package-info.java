/** The screen of tenants: find them, create them, act on many. */
@NullMarked
package io.tenantry.app.screens.tenants;

import org.jspecify.annotations.NullMarked;
