package io.tenantry.contract.backups;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When backups are taken by themselves and how long they are kept (an extension).
 *
 * @param nightly whether every tenant is backed up each night
 * @param nightlyAt when that begins, in the local time of the engine; whole minutes
 * @param nextNight when it begins next; empty unless it is taken each night
 * @param keepScheduled how many nightly backups of a database are kept
 * @param keepSafetyHours for how many hours those are kept that the engine takes before it replaces
 *     data
 * @param overdueHours a tenant is overdue when its backup is older: 30 hours with nightly backups,
 *     else seven days
 * @param changeable whether {@link BackupFleet#changePolicy} can change it; otherwise the settings
 *     of the server decide
 */
public record BackupPolicy(
    boolean nightly,
    LocalTime nightlyAt,
    Optional<Instant> nextNight,
    int keepScheduled,
    long keepSafetyHours,
    long overdueHours,
    boolean changeable) {}
