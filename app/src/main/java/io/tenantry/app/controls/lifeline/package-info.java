/** What happened to one thing, down a line: events under their days, equal neighbours folded. */
@NullMarked
package io.tenantry.app.controls.lifeline;

import org.jspecify.annotations.NullMarked;
