/** The screen of queries: one tenant, many, or a workspace. */
@NullMarked
package io.tenantry.app.screens.query;

import org.jspecify.annotations.NullMarked;
