/** What recorded SQL does to tenants: data statements and whether they run them, and warnings. */
@NullMarked
package io.tenantry.app.recorded;

import org.jspecify.annotations.NullMarked;
