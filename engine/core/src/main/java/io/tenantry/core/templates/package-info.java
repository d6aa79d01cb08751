/** The schemas that ship with the engine. */
@NullMarked
package io.tenantry.core.templates;

import org.jspecify.annotations.NullMarked;
