package io.tenantry.app.screens.backups;

import io.tenantry.contract.backups.BackupPolicy;
import io.tenantry.contract.backups.BackupTotals;

/**
 * How all tenants stand.
 *
 * @param totals counted
 * @param policy what is done by itself
 */
record FleetStanding(BackupTotals totals, BackupPolicy policy) {}
