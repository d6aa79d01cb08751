package io.tenantry.bench;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Point SELECTs and an 80/20 mix of SELECT and durable UPDATE over HTTP, 32 connections: this
 * engine with authentication, gate, deadline and log, a bare handler of the same web server, and a
 * hand-written Node server with better-sqlite3 (when {@code NODE_PATH} has it). Each is a process
 * of its own on the same cores; rounds alternate; the medians count.
 *
 * <p>Arguments: work folder, seconds per round (3), rounds (3).
 */
public final class HttpBench {
  private static final String SELECT =
      "SELECT id, name, city, amount, note FROM customers WHERE id = ?";
  private static final String UPDATE = "UPDATE customers SET amount = amount + 1 WHERE id = ?";
  private static final int CONNECTIONS = 32;
  private static final int ROWS = 10_000;
  private static final int TENANTS = 100;
  private static final WorkspaceName SHOP = new WorkspaceName("shop");

  private final Path folder;
  private final double seconds;
  private final int rounds;
  private final List<Process> processes = new ArrayList<>();
  private final Map<String, URI> arms = new LinkedHashMap<>();
  private final Map<String, Process> servers = new LinkedHashMap<>();
  private String authorization = "";

  private HttpBench(Path folder, double seconds, int rounds) {
    this.folder = folder;
    this.seconds = seconds;
    this.rounds = rounds;
  }

  /** Runs all workloads and prints a line for each server. */
  public static void main(String[] args) throws IOException {
    Path base = args.length > 0 ? Path.of(args[0]) : Path.of(System.getProperty("java.io.tmpdir"));
    Files.createDirectories(base);
    HttpBench bench =
        new HttpBench(
            Files.createTempDirectory(base, "http-bench"),
            args.length > 1 ? Double.parseDouble(args[1]) : 3,
            args.length > 2 ? Integer.parseInt(args[2]) : 3);
    try {
      bench.prepare();
      bench.run();
    } finally {
      bench.processes.forEach(Process::destroy);
    }
  }

  private void prepare() throws IOException {
    Path data = folder.resolve("data");
    Path copies = Files.createDirectories(folder.resolve("peer"));
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(data))) {
      fill(engine.open(Credential.owner()));
      authorization = "Authorization: Bearer " + engine.ownerKey().value() + "\r\n";
    }
    try (Stream<Path> files = Files.walk(data.resolve("hosts"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".db")).toList()) {
        String name = file.getFileName().toString().replace("shop__", "");
        Files.copy(file, copies.resolve(name));
      }
    }
    start("engine", "io.tenantry.server.ServerMain", "serve", "--data", data.toString(), "--port");
    startBare(copies.resolve("t0.db"));
    startPeer(copies);
  }

  private static void fill(Project project) {
    project
        .workspaces()
        .create(new CreateWorkspace(SHOP, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    project
        .workspaces()
        .query(
            SHOP,
            new WorkspaceQuery(
                "CREATE TABLE customers(id INTEGER PRIMARY KEY, name TEXT, city TEXT, amount REAL,"
                    + " note)"));
    List<String> ids = IntStream.range(0, TENANTS).mapToObj(i -> "t" + i).toList();
    project
        .tenants()
        .createMany(new CreateTenants(ids, List.of(TenantDatabaseRequest.shared(SHOP))));
    for (String id : ids) {
      project
          .queries()
          .tenant(
              new TenantQuery(
                  new TenantId(id),
                  SHOP,
                  "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < ?)"
                      + " INSERT INTO customers SELECT x, 'customer ' || x, 'city ' || x % 100,"
                      + " x / 7.0, NULL FROM c",
                  Parameters.of(Value.of(ROWS))));
    }
  }

  private void start(String arm, String main, String... args) throws IOException {
    int port = freePort();
    List<String> command = java(main);
    command.addAll(Arrays.asList(args));
    command.add(Integer.toString(port));
    await(arm, port, command);
  }

  private void startBare(Path file) throws IOException {
    int port = freePort();
    List<String> command = java("io.tenantry.bench.BareServer");
    command.addAll(List.of(Integer.toString(port), file.toString(), SELECT));
    await("bare handler", port, command);
  }

  private void startPeer(Path copies) throws IOException {
    if (System.getenv("NODE_PATH") == null) {
      System.out.println("no NODE_PATH with better-sqlite3: the peer is left out");
      return;
    }
    Path script = folder.resolve("peer.cjs");
    try (InputStream in = HttpBench.class.getResourceAsStream("peer.cjs")) {
      if (in == null) {
        throw new IOException("missing resource peer.cjs");
      }
      Files.copy(in, script);
    }
    int port = freePort();
    await(
        "node peer",
        port,
        List.of("node", script.toString(), Integer.toString(port), copies.toString()));
  }

  private static List<String> java(String main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main);
    return command;
  }

  /** Each server says on its first line that it answers. */
  private void await(String arm, int port, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    processes.add(process);
    BufferedReader out = process.inputReader();
    if (out.readLine() == null) {
      throw new IOException(arm + " did not start: " + String.join(" ", command));
    }
    arms.put(arm, URI.create("http://127.0.0.1:" + port));
    servers.put(arm, process);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void run() {
    workload("SELECT, 1 tenant", 1, 0, List.of("engine", "bare handler", "node peer"));
    workload("SELECT, 100 tenants", TENANTS, 0, List.of("engine", "node peer"));
    workload("80/20 durable, 1 tenant", 1, 5, List.of("engine", "node peer"));
    workload("80/20 durable, 100 tenants", TENANTS, 5, List.of("engine", "node peer"));
    neighbours();
  }

  /** What others feel while four slow queries run on one tenant. */
  private void neighbours() {
    URI server = arms.get("engine");
    if (server == null) {
      return;
    }
    byte[] slow =
        HttpLoad.post(
            "/tenants/t99/query",
            authorization,
            "{\"blueprint\":\"shop\",\"query\":\"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT"
                + " x + 1 FROM c WHERE x < 30000000) SELECT count(*) FROM c\"}");
    Thread noise =
        Thread.ofPlatform().daemon().start(() -> new HttpLoad(server, 4, (_, _) -> slow).run(8));
    HttpLoad.Outcome others =
        new HttpLoad(server, 4, (connection, number) -> request(connection, number, 50, 0)).run(6);
    byte[] get = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    HttpLoad.Outcome health = new HttpLoad(server, 1, (_, _) -> get).run(2);
    System.out.println("beside four slow queries on one tenant");
    print("other tenants", List.of(others));
    print("/health", List.of(health));
    join(noise);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void workload(String name, int tenants, int writeEvery, List<String> wanted) {
    Map<String, List<HttpLoad.Outcome>> outcomes = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (String arm : wanted) {
        URI server = arms.get(arm);
        if (server != null) {
          Duration before = cpu(arm);
          HttpLoad.Outcome outcome =
              new HttpLoad(
                      server,
                      CONNECTIONS,
                      (connection, number) -> request(connection, number, tenants, writeEvery))
                  .run(round == 0 ? 4 * seconds : seconds);
          outcome = outcome.withCpu(cpu(arm).minus(before));
          if (round > 0) { // the first one warms up
            outcomes.computeIfAbsent(arm, _ -> new ArrayList<>()).add(outcome);
          }
        }
      }
    }
    System.out.println(name);
    outcomes.forEach(HttpBench::print);
  }

  /** Returns the processor time that a server has used. */
  private Duration cpu(String arm) {
    return Optional.ofNullable(servers.get(arm))
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  private byte[] request(int connection, long number, int tenants, int writeEvery) {
    long seed = connection * 7919L + number * 104_729L;
    boolean write = writeEvery > 0 && number % writeEvery == 0;
    String body =
        "{\"blueprint\":\"shop\",\"query\":\"%s\",\"params\":[%d]}"
            .formatted(write ? UPDATE : SELECT, 1 + seed % ROWS);
    return HttpLoad.post("/tenants/t" + seed / 31 % tenants + "/query", authorization, body);
  }

  private static void print(String arm, List<HttpLoad.Outcome> outcomes) {
    double[] rates = outcomes.stream().mapToDouble(HttpLoad.Outcome::perSecond).sorted().toArray();
    long[] p50 = outcomes.stream().mapToLong(HttpLoad.Outcome::p50Micros).sorted().toArray();
    long[] p99 = outcomes.stream().mapToLong(HttpLoad.Outcome::p99Micros).sorted().toArray();
    System.out.printf(
        "  %-14s %,9.0f requests/s   p50 %6d us   p99 %6d us   %5.1f us of processor each%n",
        arm,
        rates[rates.length / 2],
        p50[p50.length / 2],
        p99[p99.length / 2],
        outcomes.stream().mapToDouble(HttpLoad.Outcome::cpuMicros).average().orElse(0));
  }
}
