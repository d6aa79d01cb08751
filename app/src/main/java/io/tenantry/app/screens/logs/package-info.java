/** What queries ran: the log, patterns, charts, tenants that differ. */
@NullMarked
package io.tenantry.app.screens.logs;

import org.jspecify.annotations.NullMarked;
