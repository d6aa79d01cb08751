package io.tenantry.wire.backups;

import io.tenantry.contract.backups.ChangeBackupPolicy;
import io.tenantry.contract.backups.StartBackups;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.json.Fields;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the bodies of calls about the backups of all tenants apart. */
final class BackupFleetBodies {
  private BackupFleetBodies() {}

  static ChangeBackupPolicy change(Fields body) {
    return new ChangeBackupPolicy(
        body.flag("nightly", false),
        time(body.text("nightly_at")),
        body.integer("keep_scheduled"),
        body.integer("keep_safety_hours"));
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException invalid) {
      throw EngineException.badField("nightly_at", "nightly_at must be a time such as 03:00");
    }
  }

  static StartBackups start(Fields body) {
    return new StartBackups(
        tenants(body, "tenant_ids"),
        body.optionalObject("filter")
            .map(filter -> CoverageFilters.read(QueryParameters.of(filterOf(filter)))),
        tenants(body, "except"));
  }

  private static Map<String, String> filterOf(Fields filter) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : CoverageFilters.NAMES) {
      Optional<String> value = filter.optionalText(name);
      value.ifPresent(text -> values.put(name, text));
    }
    return values;
  }

  private static List<TenantId> tenants(Fields body, String name) {
    return body.texts(name).stream().map(TenantId::existing).toList();
  }
}
