/** From an engine's error to what the user reads and can do next. */
@NullMarked
package io.tenantry.app.errors;

import org.jspecify.annotations.NullMarked;
