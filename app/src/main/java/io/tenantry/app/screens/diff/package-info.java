/** What waits to be deployed from a workspace, change by change and object by object. */
@NullMarked
package io.tenantry.app.screens.diff;

import org.jspecify.annotations.NullMarked;
