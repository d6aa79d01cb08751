package io.tenantry.core.backups;

import static io.tenantry.core.backups.BackedUpEngine.SHOP;
import static io.tenantry.core.backups.BackedUpEngine.WAYNE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.backups.Backup;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.RestoreBackup;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups while others write. */
class BackupConsistencyTest {
  private static final int WRITERS = 4;
  private static final int BACKUPS = 8;
  private static final String INVARIANT =
      "SELECT (SELECT total FROM ledger) - (SELECT sum(amount) FROM entry)";

  @TempDir Path temp;

  @Test
  void aBackupUnderWritersIsOfOneInstant() throws Exception {
    try (BackedUpEngine engine = new BackedUpEngine(temp).withWayne().grown(5);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      withLedger(engine);
      AtomicBoolean stop = new AtomicBoolean();
      AtomicInteger written = new AtomicInteger();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        running.add(writers.submit(() -> write(engine, stop, written)));
      }
      List<Backup> backups = new ArrayList<>();
      int before = written.get();
      for (int i = 0; i < BACKUPS; i++) {
        backups.add(engine.backup());
      }
      int during = written.get() - before;
      stop.set(true);
      for (Future<?> writer : running) {
        writer.get();
      }

      assertThat(during).as("writes while backups ran").isPositive();
      assertThat(backups).extracting(Backup::status).containsOnly(BackupStatus.DONE);
      long last = 0;
      for (int i = 0; i < BACKUPS; i++) {
        TenantId copy = new TenantId("copy-" + i);
        engine
            .project
            .backups()
            .restore(WAYNE, new RestoreBackup(backups.get(i).storagePath(), copy));
        assertThat(engine.value(copy, INVARIANT)).isEqualTo(Value.of(0));
        long rows = ((Value.Integer) engine.value(copy, "SELECT count(*) FROM entry")).value();
        assertThat(rows).isGreaterThanOrEqualTo(last);
        last = rows;
      }
    }
  }

  /** Two tables that one statement changes: whoever sees one change must see the other. */
  private static void withLedger(BackedUpEngine engine) {
    engine.design("CREATE TABLE ledger (id INTEGER PRIMARY KEY, total INTEGER NOT NULL)");
    engine.design("CREATE TABLE entry (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL)");
    engine.design(
        "CREATE TRIGGER sum AFTER INSERT ON entry BEGIN"
            + " UPDATE ledger SET total = total + new.amount; END");
    var deployment = engine.project.deployments().create(new CreateDeployment(SHOP));
    BackedUpEngine.awaitTrue(
        () -> engine.project.deployments().get(deployment.jobId()).status().ended());
    engine.run("INSERT INTO ledger VALUES (1, 0)");
    engine.run("INSERT INTO entry (amount) VALUES (1)");
  }

  private static void write(BackedUpEngine engine, AtomicBoolean stop, AtomicInteger written) {
    while (!stop.get()) {
      engine.run("INSERT INTO entry (amount) VALUES (7), (11), (13)");
      written.incrementAndGet();
    }
  }

  @Test
  void aWriteIsInTheDatabaseOrInTheSafetyBackupOrRefused() throws Exception {
    try (BackedUpEngine engine = new BackedUpEngine(temp).withWayne();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      Backup backup = engine.backup();
      AtomicBoolean stop = new AtomicBoolean();
      AtomicInteger written = new AtomicInteger(5);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        running.add(writers.submit(() -> writeUntilRefused(engine, stop, written)));
      }
      BackedUpEngine.awaitTrue(() -> written.get() > 50);

      engine.project.backups().rollback(WAYNE, backup.storagePath());

      for (Future<?> writer : running) {
        writer.get();
      }
      String safety = engine.rolledBack().safetyPath().orElseThrow();
      TenantId before = new TenantId("before");
      engine.project.backups().restore(WAYNE, new RestoreBackup(safety, before));
      assertThat(engine.value(before, BackedUpEngine.COUNT)).isEqualTo(Value.of(written.get()));
      assertThat(engine.count()).isEqualTo(Value.of(5));
    }
  }

  private static void writeUntilRefused(
      BackedUpEngine engine, AtomicBoolean stop, AtomicInteger written) {
    while (!stop.get()) {
      try {
        engine.note(1);
        written.incrementAndGet();
      } catch (EngineException e) {
        assertThat(e.code()).as(e.message()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(e.message()).isEqualTo("Tenant 'wayne' is restoring. Try again later.");
        stop.set(true);
      }
    }
  }
}
