/**
 * What all screens with a list share: rows, their pages, filter, order, marks; and the screen
 * itself.
 */
@NullMarked
package io.tenantry.app.lists;

import org.jspecify.annotations.NullMarked;
