package io.tenantry.contract.backups;

/**
 * How the tenants of a project stand with their backups, those in the trash left out (an
 * extension).
 *
 * @param tenants how many there are
 * @param failing how many are {@link BackupCoverage.State#FAILING}
 * @param none how many have none
 * @param overdue how many are overdue
 * @param covered how many are covered
 * @param backups how many backups have ended
 * @param totalBytes their compressed size
 * @param lastDayBytes the part of it that was taken within the last 24 hours
 */
public record BackupTotals(
    long tenants,
    long failing,
    long none,
    long overdue,
    long covered,
    long backups,
    long totalBytes,
    long lastDayBytes) {}
