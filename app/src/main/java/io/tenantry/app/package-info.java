/** The console: start, composition root, and the shutdown order. */
@NullMarked
package io.tenantry.app;

import org.jspecify.annotations.NullMarked;
