package io.tenantry.core.queries;

import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSettings;
import io.tenantry.core.access.Caller;
import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.databases.Access;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.databases.Lanes;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.databases.QueryLimits;
import io.tenantry.core.databases.QueryRunner;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.jobs.WorkerPool;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.GatedStatement;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.StatementKind;
import io.tenantry.core.tenants.TenantTarget;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The parts behind all query services of one engine, whoever is asking. Any thread. */
public final class QueryEngine {
  private final Catalog catalog;
  private final TenantTargetRepository targets;
  private final TenantDatabases databases;
  private final QueryRunner runner;
  private final Lanes lanes;
  private final WorkerPool fanOut;

  /**
   * Puts the parts together.
   *
   * @param fanOut threads for queries on many tenants
   */
  public QueryEngine(
      Catalog catalog,
      TenantTargetRepository targets,
      TenantDatabases databases,
      Lanes lanes,
      WorkerPool fanOut) {
    this.catalog = catalog;
    this.targets = targets;
    this.databases = databases;
    this.runner = new QueryRunner(databases);
    this.lanes = lanes;
    this.fanOut = fanOut;
  }

  /** A blueprint and those of its databases that a query is for, in catalog order. */
  record Round(BlueprintHead blueprint, List<TenantTarget> targets) {}

  /** Runs a statement on one tenant, on a thread that may wait inside SQLite. */
  QueryResult run(
      Caller caller,
      TenantId tenant,
      WorkspaceName blueprint,
      GatedStatement statement,
      Parameters parameters) {
    return lanes.call(
        Lane.FAST,
        () -> {
          Round round = find(caller, tenant, blueprint);
          return runner.run(
              file(round.targets().getFirst(), round.blueprint()),
              statement,
              parameters,
              caller.canWrite() ? Access.WRITE : Access.READ,
              limits(round.blueprint().deployed()));
        });
  }

  private Round find(Caller caller, TenantId tenant, WorkspaceName blueprint) {
    return catalog.read(
        handle -> {
          BlueprintHead head = BlueprintHeads.get(handle, caller.projectId(), blueprint);
          TenantTarget target = targets.get(handle, caller.projectId(), tenant, head);
          return new Round(head, List.of(target.requireQueryable()));
        });
  }

  /** Finds the tenants of a round: the named ones, or all outside the trash. */
  Round round(Caller caller, WorkspaceName blueprint, List<TenantId> tenants) {
    return catalog.read(
        handle -> {
          BlueprintHead head = BlueprintHeads.get(handle, caller.projectId(), blueprint);
          return new Round(
              head,
              tenants.isEmpty()
                  ? targets.all(handle, caller.projectId(), head)
                  : targets.named(handle, caller.projectId(), head, tenants));
        });
  }

  /** Does something for every tenant of a round, several at a time; results in their order. */
  <T> List<T> forEach(Round round, Function<TenantTarget, T> work) {
    return fanOut.map(round.targets(), work);
  }

  /** Runs a statement on one tenant of a round, on the thread that calls. */
  QueryResult visit(
      Round round,
      TenantTarget target,
      GatedStatement statement,
      Parameters parameters,
      int maxRows) {
    Deadline deadline = Deadline.in(limits(round.blueprint().deployed()).timeout());
    boolean writes = statement.kind() != StatementKind.READ;
    try (Lease lease = databases.visit(file(target, round.blueprint()), writes, deadline)) {
      return QueryRunner.run(lease.database(), statement, parameters, maxRows, deadline);
    }
  }

  private static DatabaseFile file(TenantTarget target, BlueprintHead blueprint) {
    return new DatabaseFile(target.file(), Profile.TENANT, blueprint.deployed().maxConnections());
  }

  private static QueryLimits limits(WorkspaceSettings settings) {
    return new QueryLimits(
        Duration.ofMillis(settings.queryTimeoutMs()), settings.maxRowsPerQuery());
  }
}
