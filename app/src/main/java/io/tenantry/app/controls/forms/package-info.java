/** Forms: labelled fields with help and errors. */
@NullMarked
package io.tenantry.app.controls.forms;

import org.jspecify.annotations.NullMarked;
