/** The schema of one tenant against its version, and what is done where they differ. */
@NullMarked
package io.tenantry.app.screens.drift;

import org.jspecify.annotations.NullMarked;
