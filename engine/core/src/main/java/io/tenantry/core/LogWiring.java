package io.tenantry.core;

import io.tenantry.core.logs.LogEngine;
import io.tenantry.core.logs.QueryLogs;
import io.tenantry.core.logs.RecentUse;
import io.tenantry.core.samples.SampleEngine;
import io.tenantry.core.tenants.TenantFiles;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.util.Deque;

/** The part of the composition root that builds what reads query logs. */
final class LogWiring {
  private LogWiring() {}

  /**
   * Opens the logs.
   *
   * @param closers takes what has to be closed, in the order of opening
   */
  static QueryLogs queryLogs(EngineConfig config, ControlPlane control, Deque<Runnable> closers) {
    QueryLogs logs = new QueryLogs(control.folder(), config.logs(), control.clock());
    closers.push(logs::close); // behind the last query
    return logs;
  }

  static LogEngine logs(
      ControlPlane control, DataPlane data, TenantFiles files, QueryLogs queryLogs) {
    return new LogEngine(
        control.catalog(),
        new TenantTargetRepository(files),
        data.databases(),
        data.lanes(),
        queryLogs,
        control.clock());
  }

  /**
   * Builds what samples tenants.
   *
   * @param closers takes what has to be closed, in the order of opening
   */
  static SampleEngine samples(
      ControlPlane control,
      DataPlane data,
      TenantFiles files,
      QueryLogs queryLogs,
      Deque<Runnable> closers) {
    SampleEngine engine =
        new SampleEngine(
            control.catalog(),
            files,
            data.databases(),
            data.lanes(),
            new RecentUse(queryLogs),
            control.clock());
    closers.push(engine::close);
    return engine;
  }
}
