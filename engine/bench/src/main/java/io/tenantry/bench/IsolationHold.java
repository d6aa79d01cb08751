package io.tenantry.bench;

import io.tenantry.contract.Project;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.EngineConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How long statements wait while a tenant of 100 MB, which is written to all the time, moves to
 * another host; beside it the time that copying and syncing the bare file takes: what they would
 * wait if the database were simply closed meanwhile.
 */
public final class IsolationHold {
  private static final int ROWS = 95_000;
  private static final int WRITERS = 4;
  private static final int ROUNDS = 7;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final TenantId TENANT = new TenantId("mover");

  private final Project project;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong longest = new AtomicLong();

  private IsolationHold(Project project) {
    this.project = project;
  }

  /**
   * Prints, for each round, the hold, the longest time that any writer waited, the rows written
   * meanwhile, and the time of the bare copy.
   *
   * @param args optionally the folder to work in
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "isolation");
    try (BenchEngine subject = new BenchEngine(EngineConfig.at(work.resolve("engine")))) {
      new IsolationHold(subject.project()).measure(subject, work.resolve("bare"));
    }
    WorkFolder.delete(work);
  }

  private void measure(BenchEngine subject, Path bare) throws Exception {
    subject.record("CREATE TABLE notes (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
    Path file = subject.create(List.of(TENANT.value())).getFirst();
    run(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
            + ROWS
            + ") INSERT INTO notes (body) SELECT randomblob(1000) FROM n");
    double bareMillis = bareCopy(file, bare);
    System.out.printf("bare copy with sync: %.0f ms%n", bareMillis);
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        work.add(writers.submit(this::write));
      }
      try {
        for (int round = 0; round <= ROUNDS; round++) {
          move(round);
        }
      } finally {
        over.set(true);
      }
      for (Future<?> each : work) {
        each.get();
      }
    }
    QueryResult count = run("SELECT count(*) - " + ROWS + " FROM notes");
    System.out.printf(
        "rows acknowledged %d, found %s%n", written.get(), count.rows().getFirst().getFirst());
  }

  private void move(int round) {
    double undisturbed = undisturbed();
    long before = written.get();
    longest.set(0);
    long start = System.nanoTime();
    project
        .tenants()
        .changeIsolation(
            TENANT,
            round % 2 == 0
                ? ChangeIsolation.toRegion(BenchEngine.BLUEPRINT, "us-east")
                : ChangeIsolation.toShared(BenchEngine.BLUEPRINT));
    IsolationChange change = last();
    while (change.state() == IsolationChange.State.RUNNING) {
      LockSupport.parkNanos(1_000_000);
      change = last();
    }
    double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
    System.out.printf(
        "round %d: %s, %d MB in %.0f ms, hold %.1f ms, longest wait of a writer %.1f ms (%.1f"
            + " undisturbed), %d rows written%n",
        round,
        change.state().code(),
        change.sizeBytes().orElse(0L) >> 20,
        millis,
        change.heldMs().orElse(Double.NaN),
        longest.get() / NANOS_PER_MILLI,
        undisturbed,
        written.get() - before);
  }

  /** Returns how long a writer waits at most, in milliseconds, while nothing moves. */
  private double undisturbed() {
    long before = written.get();
    longest.set(0);
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    System.out.printf("undisturbed: %d rows/s%n", written.get() - before);
    return longest.get() / NANOS_PER_MILLI;
  }

  private IsolationChange last() {
    return project.tenants().isolationChanges(TENANT).getFirst();
  }

  private void write() {
    while (!over.get()) {
      long start = System.nanoTime();
      run("INSERT INTO notes (body) VALUES (randomblob(1000))");
      longest.accumulateAndGet(System.nanoTime() - start, Math::max);
      written.incrementAndGet();
    }
  }

  private QueryResult run(String sql) {
    return project
        .queries()
        .tenant(new TenantQuery(TENANT, BenchEngine.BLUEPRINT, sql, Parameters.of(new Value[0])));
  }

  /** Returns the milliseconds of the fastest of a few copies. */
  private static double bareCopy(Path file, Path target) throws IOException {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
          FileChannel to =
              FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        long size = from.size();
        for (long at = 0; at < size; ) {
          at += from.transferTo(at, size - at, to);
        }
        to.force(true);
      }
      best = Math.min(best, (System.nanoTime() - start) / NANOS_PER_MILLI);
      Files.delete(target);
    }
    return best;
  }
}
