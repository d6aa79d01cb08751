/**
 * What a request recorded besides its schema changes, wherever it is told: the data statements that
 * came with them, with the switch for each, and what the changes do to tenants with rows.
 */
@NullMarked
package io.tenantry.app.recorded;

import org.jspecify.annotations.NullMarked;
