package io.tenantry.bench;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.imports.DataImport;
import io.tenantry.contract.imports.ImportStatus;
import io.tenantry.contract.imports.StartImport;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.SourceConnection;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.testkit.SharedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * How fast a shared database of 500 tenants and a million rows becomes a database per tenant, with
 * everything that makes it an import (the engine's own copy, sorting, durable progress, checks),
 * against what a script does: for each tenant a file, the source attached, INSERT … SELECT per
 * table, with as many threads.
 */
public final class ImportBench {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long POLL_NANOS = 20_000_000;
  private static final WorkspaceName SHOP = new WorkspaceName("shop");
  private static final List<String> COLUMNS =
      List.of(
          "tenants (rowid, id, name) SELECT t.rowid, t.id, t.name FROM s.tenants t WHERE t.id = ?",
          "users (id, email, country) SELECT t.id, t.email, t.country FROM s.users t WHERE"
              + " t.tenant_id = ?",
          "orders (id, user_id, total, reference, note, payload) SELECT t.id, t.user_id, t.total,"
              + " t.reference, t.note, t.payload FROM s.orders t WHERE t.tenant_id = ?",
          "order_items SELECT t.* FROM s.orders o CROSS JOIN s.order_items t ON t.order_id = o.id"
              + " WHERE o.tenant_id = ?",
          "tags (id, name) SELECT t.id, t.name FROM s.tags t WHERE t.tenant_id = ?",
          "order_tags (rowid, order_id, tag_id) SELECT t.rowid, t.order_id, t.tag_id FROM"
              + " s.order_tags t CROSS JOIN s.orders o ON o.id = t.order_id WHERE o.tenant_id = ?",
          "events (rowid, kind, at) SELECT t.rowid, t.kind, t.at FROM s.events t WHERE"
              + " t.tenant_id = ?",
          "countries SELECT * FROM s.countries WHERE ? IS NOT NULL");

  private ImportBench() {}

  /**
   * Prints rows per second of both ways, their ratio, and the memory the process needed.
   *
   * @param args optionally the folder to work in, the number of tenants, the number of rows
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "import");
    int tenants = args.length > 1 ? Integer.parseInt(args[1]) : 500;
    int rows = args.length > 2 ? Integer.parseInt(args[2]) : 1_000_000;
    SharedDatabase source = SharedDatabase.create(work.resolve("shared.db"), tenants, rows);
    System.out.printf(
        "%d tenants, about %,d rows, %,d MB%n", tenants, rows, Files.size(source.file()) >> 20);
    long rowsCopied;
    double engineSeconds;
    List<Path> schema = new ArrayList<>();
    long start = System.nanoTime();
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(work.resolve("engine")))) {
      rowsCopied = runEngine(engine.open(Credential.owner()), source);
      engineSeconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      schema.add(engine.dataFolder());
    }
    print("engine", rowsCopied, engineSeconds);
    start = System.nanoTime();
    runBare(source, work.resolve("bare"));
    double bareSeconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    print("bare", rowsCopied, bareSeconds);
    System.out.printf("ratio %.2f%n", bareSeconds / engineSeconds);
    System.out.printf("peak memory of the process %s%n", peakMemory());
    WorkFolder.delete(work);
  }

  private static void print(String way, long rows, double seconds) {
    System.out.printf(
        "%-8s %,d rows in %.1f s: %,.0f rows/s%n", way, rows, seconds, rows / seconds);
  }

  private static long runEngine(Project project, SharedDatabase source) {
    project
        .workspaces()
        .create(new CreateWorkspace(SHOP, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    long start = System.nanoTime();
    DataImport data =
        project
            .imports()
            .startFull(
                SHOP,
                new StartImport(
                    new SourceConnection.SqliteFile(source.file().toString()), "tenant_id"))
            .data();
    System.out.printf("  started after %.1f s%n", (System.nanoTime() - start) / NANOS_PER_SECOND);
    boolean sorted = false;
    while (!data.status().ended()) {
      LockSupport.parkNanos(POLL_NANOS);
      data = project.imports().status(SHOP, data.importId());
      if (!sorted && data.tenantsTotal() > 0) {
        sorted = true;
        System.out.printf(
            "  sorted after %.1f s%n", (System.nanoTime() - start) / NANOS_PER_SECOND);
      }
    }
    if (data.status() != ImportStatus.COMPLETED) {
      throw new IllegalStateException("not completed: " + data.errors());
    }
    return data.rowsCopied();
  }

  private static void runBare(SharedDatabase source, Path folder) throws Exception {
    Files.createDirectories(folder);
    int threads = EngineConfig.at(folder).lanes().slowThreads();
    List<String> schema = schema(source);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Callable<Path>> copies =
          IntStream.range(0, source.tenants().size())
              .<Callable<Path>>mapToObj(
                  i ->
                      () ->
                          copy(source, schema, source.tenants().get(i), folder.resolve(i + ".db")))
              .toList();
      for (Future<Path> copied : pool.invokeAll(copies)) {
        copied.get();
      }
    }
  }

  private static List<String> schema(SharedDatabase source) {
    String all =
        source.value(
            "SELECT group_concat(sql, char(1)) FROM sqlite_schema WHERE type = 'table' AND name NOT"
                + " LIKE 'sqlite%'");
    return List.of(
        all.replace("tenant_id TEXT NOT NULL REFERENCES tenants (id),", "")
            .replace("tenant_id TEXT NOT NULL,", "")
            .replace("tenant_id TEXT,", "")
            .split("\1"));
  }

  private static Path copy(SharedDatabase source, List<String> schema, String tenant, Path file)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute("ATTACH '" + source.file() + "' AS s");
        statement.execute("BEGIN");
        for (String sql : schema) {
          statement.execute(sql);
        }
        statement.execute("CREATE UNIQUE INDEX users_email ON users (email)");
      }
      for (String insert : COLUMNS) {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + insert)) {
          statement.setString(1, tenant);
          statement.executeUpdate();
        }
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("COMMIT");
      }
    }
    return file;
  }

  private static String peakMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .map(line -> line.substring(6).strip())
            .orElse("unknown")
        : "unknown";
  }
}
