package io.tenantry.core;

import io.tenantry.contract.info.EngineStatus;
import io.tenantry.core.access.Caller;
import io.tenantry.core.databases.DatabaseCounters;
import java.util.Optional;

/** The live figures of the engine, as far as they concern a caller. */
final class EngineFigures {
  private static final String TENANTS =
      """
      SELECT count(*) FROM tenant t
      WHERE t.project_id = :project AND t.deleted_at IS NULL
        AND CASE :scope
              WHEN 'project' THEN TRUE
              WHEN 'tenant' THEN t.name IN (SELECT value FROM json_each(:names))
              ELSE EXISTS (SELECT 1 FROM tenant_database d
                           JOIN blueprint b ON b.id = d.blueprint_id
                           WHERE d.tenant_id = t.id AND d.status = 'ready'
                             AND b.name IN (SELECT value FROM json_each(:names)))
            END
      """;
  private static final String DEPLOYMENTS =
      """
      SELECT count(*) FROM deployment p
      JOIN blueprint b ON b.id = p.blueprint_id
      WHERE p.project_id = :project AND p.status IN ('pending', 'running')
        AND CASE :scope
              WHEN 'project' THEN TRUE
              WHEN 'workspace' THEN b.name IN (SELECT value FROM json_each(:names))
              ELSE FALSE
            END
      """;

  private final Wiring wiring;

  EngineFigures(Wiring wiring) {
    this.wiring = wiring;
  }

  EngineStatus of(Caller caller) {
    DatabaseCounters open = wiring.data().databases().counters();
    return new EngineStatus(
        About.VERSION,
        count(TENANTS, caller),
        shown(caller, open.openDatabases()),
        shown(caller, open.openConnections()),
        count(DEPLOYMENTS, caller),
        shown(caller, heap()),
        ResidentMemory.bytes().flatMap(bytes -> shown(caller, bytes)),
        shown(caller, wiring.data().lanes().held()),
        wiring.control().startedAt());
  }

  /** The figures of the process tell about all who use it. */
  private static <T> Optional<T> shown(Caller caller, T figure) {
    return caller.scope().isProject() ? Optional.of(figure) : Optional.empty();
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private int count(String sql, Caller caller) {
    return wiring
        .control()
        .catalog()
        .read(
            handle ->
                handle
                    .createQuery(sql)
                    .bind("project", caller.projectId().value())
                    .bind("scope", caller.scope().type().code())
                    .bind("names", caller.scope().storedValues())
                    .mapTo(Integer.class)
                    .one());
  }
}
