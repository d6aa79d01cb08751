/** What the console says in the flow of a page: callouts, errors of a run, what would be lost. */
@NullMarked
package io.tenantry.app.controls.messages;

import org.jspecify.annotations.NullMarked;
