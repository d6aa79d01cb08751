/** What came of work on many tenants, one by one. */
@NullMarked
package io.tenantry.app.outcomes;

import org.jspecify.annotations.NullMarked;
