/** What stands in the place of content: empty, failed and loading. */
@NullMarked
package io.tenantry.app.controls.placeholders;

import org.jspecify.annotations.NullMarked;
