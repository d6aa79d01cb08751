package io.tenantry.core.tenants;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.blueprints.BlueprintHead;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The rows of databases in the making, inside a transaction of its caller. */
final class ProvisioningRepository {
  private static final String INSERT_TENANT =
      """
      INSERT INTO tenant (project_id, name, status, status_since, proxy_password_sealed,
                          proxy_password_hash, created_at)
      SELECT :project, value ->> 0, 'provisioning', :now, unhex(value ->> 1), unhex(value ->> 2), :now
      FROM json_each(:tenants)
      ORDER BY key
      """;
  private static final String EXISTING =
      """
      SELECT id, name, status
      FROM tenant
      WHERE project_id = :project AND name IN (SELECT value FROM json_each(:names))
      """;
  private static final String INSERT_DATABASE =
      """
      INSERT INTO tenant_database (tenant_id, blueprint_id, isolation_level, region, minor,
                                   fingerprint, status, created_at)
      SELECT value, :blueprint, :level, :region, :minor, :fingerprint, 'provisioning', :now
      FROM json_each(:tenants)
      """;
  private static final String HAS_BLUEPRINT =
      "SELECT count(*) FROM tenant_database WHERE tenant_id = :tenant AND blueprint_id ="
          + " :blueprint";
  private static final String LATEST =
      "SELECT max(minor) FROM blueprint_version WHERE blueprint_id = :blueprint";
  private static final String DATABASE_READY =
      """
      UPDATE tenant_database
      SET status = 'ready', minor = :minor, fingerprint = :fingerprint
      WHERE tenant_id IN (SELECT value FROM json_each(:tenants)) AND blueprint_id = :blueprint
      """;
  private static final String TENANT_READY =
      """
      UPDATE tenant
      SET status = 'ready', status_since = :now
      WHERE id IN (SELECT value FROM json_each(:tenants)) AND status = 'provisioning'
      """;
  private static final String BLUEPRINT_USED =
      """
      UPDATE blueprint
      SET deployed_minor = max(deployed_minor, :minor),
          first_deployed_at = coalesce(first_deployed_at, :now)
      WHERE id = :blueprint
      """;
  private static final String WITHDRAW_DATABASES =
      """
      DELETE FROM tenant_database
      WHERE id IN (SELECT value FROM json_each(:databases)) AND status = 'provisioning'
      """;
  private static final String WITHDRAW_TENANTS =
      """
      DELETE FROM tenant
      WHERE id IN (SELECT value FROM json_each(:tenants)) AND status = 'provisioning'
        AND NOT EXISTS (SELECT 1 FROM tenant_database WHERE tenant_id = tenant.id)
      """;

  /** Who asks for a dedicated host is answered before it is made, and so for all of a request. */
  private static final String UNMADE =
      """
      SELECT d.id, d.tenant_id, t.project_id, b.name AS blueprint, t.name,
             d.isolation_level, d.region, d.generation,
             EXISTS (SELECT 1 FROM tenant_database p
                     WHERE p.tenant_id = d.tenant_id AND p.created_at = d.created_at
                       AND p.status <> 'ready' AND p.isolation_level = 2) AS is_promised
      FROM tenant_database d
      JOIN tenant t ON t.id = d.tenant_id
      JOIN blueprint b ON b.id = d.blueprint_id
      WHERE d.status <> 'ready'
      """;

  private static final String UNMADE_OF_THESE =
      UNMADE
          + """
            AND d.tenant_id IN (SELECT value FROM json_each(:tenants))
            AND d.blueprint_id IN (SELECT value FROM json_each(:blueprints))
          """;

  private ProvisioningRepository() {}

  /** Returns those of the names that are taken, with the state of their tenants. */
  static Map<TenantId, TenantStatus> taken(
      Handle handle, ProjectId project, Collection<TenantId> names) {
    Map<TenantId, TenantStatus> taken = new HashMap<>();
    handle
        .createQuery(EXISTING)
        .bind("project", project.value())
        .bind("names", Ids.jsonTexts(names.stream().map(TenantId::value).toList()))
        .map(
            (row, _) ->
                taken.put(
                    new TenantId(row.getString(2)), TenantRepository.statusOf(row.getString(3))))
        .list();
    return taken;
  }

  /** Inserts tenants whose names are free; returns them in the order of the list. */
  static List<Making> insert(
      Handle handle, ProjectId project, List<NewTenant> tenants, Instant now) {
    handle
        .createUpdate(INSERT_TENANT)
        .bind("project", project.value())
        .bind("now", now.toEpochMilli())
        .bind("tenants", json(tenants))
        .execute();
    Map<TenantId, Long> ids = idsOf(handle, project, tenants);
    return tenants.stream()
        .map(tenant -> new Making(ids.getOrDefault(tenant.name(), 0L), tenant.name()))
        .toList();
  }

  private static String json(List<NewTenant> tenants) {
    HexFormat hex = HexFormat.of();
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (NewTenant tenant : tenants) {
      rows.add(
          Ids.jsonTexts(
              List.of(
                  tenant.name().value(),
                  hex.formatHex(tenant.password().sealed()),
                  hex.formatHex(tenant.password().hash()))));
    }
    return rows.toString();
  }

  private static Map<TenantId, Long> idsOf(
      Handle handle, ProjectId project, List<NewTenant> tenants) {
    Map<TenantId, Long> ids = new HashMap<>();
    handle
        .createQuery(EXISTING)
        .bind("project", project.value())
        .bind("names", Ids.jsonTexts(tenants.stream().map(t -> t.name().value()).toList()))
        .map((row, _) -> ids.put(new TenantId(row.getString(2)), row.getLong(1)))
        .list();
    return ids;
  }

  static boolean hasBlueprint(Handle handle, long tenant, BlueprintHead blueprint) {
    return handle
            .createQuery(HAS_BLUEPRINT)
            .bind("tenant", tenant)
            .bind("blueprint", blueprint.id())
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Announces one database for each of the tenants. */
  static void announce(Handle handle, List<Making> tenants, WantedDatabase wanted, Instant now) {
    handle
        .createUpdate(INSERT_DATABASE)
        .bind("tenants", idsOf(tenants))
        .bind("blueprint", wanted.head().id())
        .bind("level", wanted.request().isolationLevel())
        .bind("region", wanted.request().region())
        .bind("minor", wanted.head().latestMinor())
        .bind("fingerprint", wanted.head().fingerprint())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  static int latestMinor(Handle handle, BlueprintHead blueprint) {
    return handle.createQuery(LATEST).bind("blueprint", blueprint.id()).mapTo(Integer.class).one();
  }

  /** Lets everyone see the tenants and their new databases. */
  static void settle(
      Handle handle, List<Making> tenants, List<WantedDatabase> wanted, Instant now) {
    String ids = idsOf(tenants);
    for (WantedDatabase database : wanted) {
      handle
          .createUpdate(DATABASE_READY)
          .bind("tenants", ids)
          .bind("blueprint", database.head().id())
          .bind("minor", database.head().latestMinor())
          .bind("fingerprint", database.head().fingerprint())
          .execute();
      handle
          .createUpdate(BLUEPRINT_USED)
          .bind("blueprint", database.head().id())
          .bind("minor", database.head().latestMinor())
          .bind("now", now.toEpochMilli())
          .execute();
    }
    handle
        .createUpdate(TENANT_READY)
        .bind("tenants", ids)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Takes back databases that are not settled, and tenants that have no other. */
  static void withdraw(Handle handle, List<Unmade> databases) {
    handle
        .createUpdate(WITHDRAW_DATABASES)
        .bind("databases", Ids.json(databases.stream().map(Unmade::databaseId).toList()))
        .execute();
    handle
        .createUpdate(WITHDRAW_TENANTS)
        .bind("tenants", Ids.json(databases.stream().map(Unmade::tenantId).toList()))
        .execute();
  }

  /** Returns the files that a crash may have left behind. */
  static List<Unmade> unmade(Handle handle) {
    return unmade(handle.createQuery(UNMADE));
  }

  /** Returns those files of the tenants that are announced and not settled. */
  static List<Unmade> unmade(Handle handle, List<Making> tenants, List<WantedDatabase> wanted) {
    return unmade(
        handle
            .createQuery(UNMADE_OF_THESE)
            .bind("tenants", idsOf(tenants))
            .bind("blueprints", Ids.json(wanted.stream().map(each -> each.head().id()).toList())));
  }

  private static List<Unmade> unmade(Query query) {
    return query
        .map(
            (row, _) ->
                new Unmade(
                    row.getLong("id"),
                    row.getLong("tenant_id"),
                    TenantTargetRepository.place(
                        row,
                        new ProjectId(row.getString("project_id")),
                        new WorkspaceName(row.getString("blueprint")),
                        new TenantId(row.getString("name"))),
                    row.getBoolean("is_promised")))
        .list();
  }

  private static String idsOf(List<Making> tenants) {
    return Ids.json(tenants.stream().map(Making::tenantId).toList());
  }
}
