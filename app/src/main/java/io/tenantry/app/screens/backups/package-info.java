/** Backups and recovery: how all tenants stand, the backups of one, and its way back in time. */
@NullMarked
package io.tenantry.app.screens.backups;

import org.jspecify.annotations.NullMarked;
