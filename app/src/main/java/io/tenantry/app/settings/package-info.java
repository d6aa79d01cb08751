/** What the console remembers between two starts. */
@NullMarked
package io.tenantry.app.settings;

import org.jspecify.annotations.NullMarked;
