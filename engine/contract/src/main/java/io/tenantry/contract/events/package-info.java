/** Following what changes, instead of asking over and over. */
@NullMarked
package io.tenantry.contract.events;

import org.jspecify.annotations.NullMarked;
