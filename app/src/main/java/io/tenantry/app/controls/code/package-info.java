/** Code to read and to take away, in the languages of those who connect. */
@NullMarked
package io.tenantry.app.controls.code;

import org.jspecify.annotations.NullMarked;
