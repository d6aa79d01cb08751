/**
 * Builds the packages: a linked runtime, the application image, its cache, the system's package.
 */
@NullMarked
package io.tenantry.installer;

import org.jspecify.annotations.NullMarked;
