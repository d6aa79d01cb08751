/** How a project is doing: its fleet by version, what asks for a look, what goes on. */
@NullMarked
package io.tenantry.app.screens.overview;

import org.jspecify.annotations.NullMarked;
