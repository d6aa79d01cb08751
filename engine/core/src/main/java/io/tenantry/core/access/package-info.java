/** Who may do what: secrets, callers and how they are recognised. */
@NullMarked
package io.tenantry.core.access;

import org.jspecify.annotations.NullMarked;
