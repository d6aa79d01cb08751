package io.tenantry.bench;

import io.tenantry.contract.Credential;
import io.tenantry.contract.blueprints.VersionRange;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantConcern;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The control plane with 100,000 tenants: opening the engine, the first page, any other page, a
 * search, and the memory of an idle process. The tenants are rows only; nothing here opens a file
 * of theirs.
 */
public final class CatalogBench {
  private static final int TENANTS = 100_000;
  private static final int TIMES = 21;
  private static final int PAGE = 100;
  private static final PageRequest LAST = PageRequest.at(TENANTS - PAGE, PAGE);
  private static final TenantFilter BY_ID = TenantFilter.none().sortedBy(TenantFilter.Sort.ID);

  private CatalogBench() {}

  /**
   * Prints medians in milliseconds and the resident memory in MB.
   *
   * @param args optionally the folder to work in
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "catalog");
    EngineConfig config = EngineConfig.at(work.resolve("engine"));
    ProjectId project;
    try (BenchEngine subject = new BenchEngine(config)) {
      subject.create(List.of("first"));
      project = subject.project().whoami().projectId();
    }
    fill(config.dataFolder().resolve("catalog.db"), project);
    time("engine open", 5, () -> LocalEngine.open(config).close());
    try (LocalEngine engine = LocalEngine.open(config)) {
      var tenants = engine.open(Credential.owner()).tenants();
      PageRequest page = PageRequest.first(PAGE);
      time("first page of " + PAGE, TIMES, () -> tenants.list(TenantFilter.none(), page));
      for (TenantFilter.Sort sort : TenantFilter.Sort.values()) {
        TenantFilter sorted = TenantFilter.none().sortedBy(sort);
        time("last page, " + sort, TIMES, () -> tenants.list(sorted, LAST));
      }
      time("last page on 1.0 by id", TIMES, () -> tenants.list(onVersion(), LAST));
      time("position of an id", TIMES, () -> tenants.position(BY_ID, new TenantId("tenant-77777")));
      time("first of a prefix", TIMES, () -> tenants.firstStartingWith(BY_ID, "tenant-9"));
      time(
          "its place by age",
          TIMES,
          () -> tenants.firstStartingWith(TenantFilter.none(), "tenant-9"));
      time("search '77'", TIMES, () -> tenants.list(search("77"), page));
      time("search without a match", TIMES, () -> tenants.list(search("zzzz"), page));
      time("on version 1.0", TIMES, () -> tenants.list(onVersion(), page));
      time("counts", TIMES, tenants::counts);
      for (TenantConcern concern : TenantConcern.values()) {
        TenantFilter some = TenantFilter.of(concern).sortedBy(TenantFilter.Sort.ID);
        time("list of " + concern.code(), TIMES, () -> tenants.list(some, page));
      }
      System.gc();
      System.out.printf("%-24s %8.0f MB%n", "resident, idle", residentMegabytes());
    }
    WorkFolder.delete(work);
  }

  private static TenantFilter search(String text) {
    return new TenantFilter(
        false,
        Optional.of(text),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        TenantFilter.Sort.CREATED);
  }

  private static TenantFilter onVersion() {
    return new TenantFilter(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.of(BenchEngine.BLUEPRINT),
        Optional.of(VersionRange.parse("1.0")),
        Optional.empty(),
        TenantFilter.Sort.ID);
  }

  /** Copies the row of the one tenant that is there. */
  private static void fill(Path catalog, ProjectId project) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + catalog)) {
      connection.setAutoCommit(false);
      run(
          connection,
          "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < "
              + TENANTS
              + ") INSERT INTO tenant (project_id, name, status, status_since,"
              + " proxy_password_sealed, proxy_password_hash, created_at)"
              + " SELECT project_id, 'tenant-' || x, status, status_since, proxy_password_sealed,"
              + " randomblob(32), created_at FROM tenant, n WHERE name = 'first' AND project_id = '"
              + project
              + "'");
      run(
          connection,
          "INSERT INTO tenant_database (tenant_id, blueprint_id, isolation_level, minor,"
              + " fingerprint, created_at) SELECT t.id, d.blueprint_id, 1, d.minor, d.fingerprint,"
              + " d.created_at FROM tenant t, tenant_database d WHERE t.name LIKE 'tenant-%'");
      connection.commit();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }

  private static void time(String what, int times, Runnable work) {
    double[] took = new double[times];
    work.run();
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      work.run();
      took[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(took);
    System.out.printf("%-24s %8.1f ms%n", what, took[times / 2]);
  }

  private static double residentMegabytes() throws Exception {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElse(Double.NaN)
        : Double.NaN;
  }
}
