/** What an engine says about itself. */
@NullMarked
package io.tenantry.contract.info;

import org.jspecify.annotations.NullMarked;
