/** The data folder: its layout, its lock, and writes that a crash cannot tear. */
@NullMarked
package io.tenantry.core.files;

import org.jspecify.annotations.NullMarked;
