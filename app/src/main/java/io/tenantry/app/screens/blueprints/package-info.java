/** Blueprints, their versions, and who is on which. */
@NullMarked
package io.tenantry.app.screens.blueprints;

import org.jspecify.annotations.NullMarked;
