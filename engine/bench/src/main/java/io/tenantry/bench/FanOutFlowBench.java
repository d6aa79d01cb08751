package io.tenantry.bench;

import io.tenantry.client.RemoteEngine;
import io.tenantry.client.RemoteEngineConfig;
import io.tenantry.contract.Credential;
import io.tenantry.contract.queries.FanOut;
import io.tenantry.contract.queries.FanOutAnswer;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.Queries;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.EngineServer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One SELECT on many tenants that are not open, whose answers flow, against collecting them: speed,
 * time to the first answer, and the heap that lives meanwhile; in process and over HTTP.
 */
public final class FanOutFlowBench {
  private static final int TENANTS = 10_000;
  private static final int ROUNDS = 5;
  private static final int LOOKS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final FanOutQuery QUERY =
      new FanOutQuery(BenchEngine.BLUEPRINT, "SELECT count(*), max(id) FROM t3");

  private FanOutFlowBench() {}

  /**
   * Prints the figures.
   *
   * @param args optionally the folder to work in, and the number of tenants
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "fan-out-flow");
    int tenants = args.length > 1 ? Integer.parseInt(args[1]) : TENANTS;
    EngineConfig config = EngineConfig.at(work.resolve("engine"));
    try (BenchEngine subject = new BenchEngine(config)) {
      subject.create(BenchEngine.names("t", tenants));
    }
    try (LocalEngine engine = LocalEngine.open(config);
        EngineServer server = EngineServer.start(engine, EngineServer.LOOPBACK, 0);
        RemoteEngine remote = RemoteEngine.connect(RemoteEngineConfig.of(server.url()))) {
      Queries local = engine.open(Credential.owner()).queries();
      Queries far = remote.open(new Credential.ApiKey(engine.ownerKey())).queries();
      compare("in process", local, tenants);
      compare("over HTTP", far, tenants);
    }
    WorkFolder.delete(work);
  }

  private static void compare(String where, Queries queries, int tenants) throws Exception {
    System.out.printf("%s, %,d tenants%n", where, tenants);
    new Rounds("tenants", tenants, ROUNDS)
        .compare(
            "collected", _ -> collect(queries, tenants), "flowing", _ -> flow(queries, tenants));
    double[] first = new double[ROUNDS];
    Arrays.setAll(first, _ -> firstAnswer(queries));
    Arrays.sort(first);
    System.out.printf("first answer after %.1f ms (median of %d)%n", first[ROUNDS / 2], ROUNDS);
    System.out.printf(
        "heap that lives: flowing at most %.1f MB above before, collected %.1f MB%n",
        heapWhileFlowing(queries, tenants), heapOfCollected(queries));
  }

  private static List<TenantAnswer> collect(Queries queries, int tenants) {
    List<TenantAnswer> answers = queries.adminAll(QUERY);
    if (answers.size() != tenants
        || answers.stream().anyMatch(each -> each.failure().isPresent())) {
      throw new IllegalStateException("not all tenants answered");
    }
    return answers;
  }

  private static void flow(Queries queries, int tenants) {
    try (FanOut run = queries.fanOut(QUERY)) {
      while (!run.isOver()) {
        run.next(PATIENCE);
      }
      if (run.progress().answered() != tenants) {
        throw new IllegalStateException("not all tenants answered");
      }
    }
  }

  private static double firstAnswer(Queries queries) {
    long start = System.nanoTime();
    try (FanOut run = queries.fanOut(QUERY)) {
      Optional<FanOutAnswer> answer = Optional.empty();
      while (answer.isEmpty()) {
        answer = run.next(PATIENCE);
      }
      return (System.nanoTime() - start) / 1e6;
    }
  }

  /** Looks ten times on the way, each time after a collection. */
  private static double heapWhileFlowing(Queries queries, int tenants) {
    double before = liveMegabytes();
    double most = before;
    try (FanOut run = queries.fanOut(QUERY)) {
      int read = 0;
      while (!run.isOver()) {
        if (run.next(PATIENCE).isPresent() && ++read % Math.max(1, tenants / LOOKS) == 0) {
          most = Math.max(most, liveMegabytes());
        }
      }
    }
    return most - before;
  }

  private static double heapOfCollected(Queries queries) {
    double before = liveMegabytes();
    List<TenantAnswer> answers = queries.adminAll(QUERY);
    double after = liveMegabytes();
    return answers.isEmpty() ? 0 : after - before;
  }

  private static double liveMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }
}
