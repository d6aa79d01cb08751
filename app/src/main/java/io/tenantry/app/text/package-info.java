/** Every word the console says, and how it writes numbers, sizes and times. */
@NullMarked
package io.tenantry.app.text;

import org.jspecify.annotations.NullMarked;
