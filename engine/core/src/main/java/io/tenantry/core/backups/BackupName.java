package io.tenantry.core.backups;

import io.tenantry.contract.backups.BackupType;
import io.tenantry.core.hosts.TenantPlace;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What a backup is called.
 *
 * @param date {@code 2026-02-15T14-30-00}, UTC
 * @param path {@code sqlite/{type}/{date}/{project}_tenant_{tenant}__{blueprint}.db.gz}
 */
record BackupName(String date, String path) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss").withZone(ZoneOffset.UTC);

  static BackupName of(BackupType type, Instant at, TenantPlace place) {
    String date = DATE.format(at);
    return new BackupName(
        date,
        "sqlite/%s/%s/%s_tenant_%s__%s.db.gz"
            .formatted(type.code(), date, place.project(), place.tenant(), place.blueprint()));
  }
}
