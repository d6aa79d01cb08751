/** What queries ran on tenant databases, and how they went. */
@NullMarked
package io.tenantry.core.logs;

import org.jspecify.annotations.NullMarked;
