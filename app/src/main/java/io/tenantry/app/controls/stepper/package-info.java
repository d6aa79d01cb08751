/** The steps of something that takes several: which are done, which one runs, which failed. */
@NullMarked
package io.tenantry.app.controls.stepper;

import org.jspecify.annotations.NullMarked;
