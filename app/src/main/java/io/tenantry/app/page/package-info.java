/** What a screen is to the shell: its node, its head, what can be done on it. */
@NullMarked
package io.tenantry.app.page;

import org.jspecify.annotations.NullMarked;
