/** Small programs that measure the engine against what it stands on. */
@NullMarked
package io.tenantry.bench;

import org.jspecify.annotations.NullMarked;
