package io.tenantry.core.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.databases.DatabaseFile;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.sqlite.Deadline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers see of a move. */
class MovingTenantTest {
  private static final Duration NORMAL = Duration.ofSeconds(8);
  private static final ChangeIsolation TO_US_EAST =
      ChangeIsolation.toRegion(MovingFleet.SHOP, "us-east");

  @TempDir Path temp;

  @Test
  void statementsWaitForTheSwitchAndThenRunAtTheNewPlace() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (MovingFleet moving =
            new MovingFleet(temp, NORMAL, reached -> stopAt(Milestone.HELD, reached, held, go))
                .filled(100);
        ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
      moving.start(TO_US_EAST);
      held.await();
      assertThat(moving.status()).isEqualTo(TenantStatus.MIGRATING);
      Future<String> count = caller.submit(() -> moving.value("SELECT count(*) FROM notes"));
      Future<?> insert =
          caller.submit(() -> moving.run("INSERT INTO notes (id, body) VALUES (1000, 'x')"));
      assertThat(count.isDone() || insert.isDone()).isFalse();

      go.countDown();

      assertThat(count.get()).isIn("100", "101");
      insert.get();
      assertThat(moving.ended().state()).isEqualTo(IsolationChange.State.COMPLETED);
      assertThat(moving.value("SELECT count(*) FROM notes")).isEqualTo("101");
      assertThat(moving.filesLeft()).containsExactly("us-east/tdb_0123abcd/wayne/shop__wayne.1.db");
    }
  }

  @Test
  void aStatementThatHadItsRouteBeforeTheSwitchRunsAtTheNewPlace() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (MovingFleet moving =
            new MovingFleet(temp, NORMAL, reached -> stopAt(Milestone.COMPLETE, reached, held, go))
                .filled(100);
        ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
      moving.start(TO_US_EAST);
      held.await();
      moving.fleet.catalog.execute(
          handle -> handle.execute("UPDATE tenant SET status = 'syncing'")); // as just before
      Future<?> insert =
          caller.submit(() -> moving.run("INSERT INTO notes (id, body) VALUES (1000, 'x')"));
      assertThat(insert.isDone()).isFalse();

      go.countDown();

      insert.get();
      moving.ended();
      assertThat(moving.value("SELECT count(*) FROM notes")).isEqualTo("101");
    }
  }

  @Test
  void whatIsUnderWayOnATenantKeepsOthersOut() throws Exception {
    CountDownLatch copied = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (MovingFleet moving =
        new MovingFleet(temp, NORMAL, reached -> stopAt(Milestone.COPIED, reached, copied, go))
            .filled(100)) {
      moving.start(TO_US_EAST);
      copied.await();
      assertThat(moving.status()).isEqualTo(TenantStatus.SYNCING);
      moving.run("INSERT INTO notes (id, body) VALUES (1000, 'x')");

      for (Runnable refused :
          List.<Runnable>of(
              () -> moving.start(ChangeIsolation.toRegion(MovingFleet.SHOP, "us-west")),
              () -> moving.fleet.tenants().suspend(MovingFleet.WAYNE),
              () -> moving.fleet.tenants().delete(MovingFleet.WAYNE, false),
              () -> moving.fleet.tenants().delete(MovingFleet.WAYNE, true))) {
        assertThatExceptionOfType(EngineException.class)
            .isThrownBy(refused::run)
            .returns(ErrorCode.CONFLICT, EngineException::code)
            .withMessageStartingWith("Tenant 'wayne' is syncing");
      }

      go.countDown();
      assertThat(moving.ended().state()).isEqualTo(IsolationChange.State.COMPLETED);
      assertThat(moving.value("SELECT count(*) FROM notes")).isEqualTo("101");
    }
  }

  @Test
  void aSessionThatDoesNotEndKeepsTheDatabaseWhereItIs() throws Exception {
    try (MovingFleet moving =
        new MovingFleet(temp, Duration.ofMillis(200), Milestone.Watcher.NONE).filled(100)) {
      Path file = moving.fleet.file("wayne", "shop");
      try (Lease session =
          moving.fleet.databases.reader(
              DatabaseFile.tenant(file), Deadline.in(Duration.ofSeconds(5)))) {
        moving.start(TO_US_EAST);
        IsolationChange failed = moving.ended();

        assertThat(failed.state()).isEqualTo(IsolationChange.State.FAILED);
        assertThat(failed.error().orElseThrow()).contains("session did not end in time");
        assertThat(session.database().queryLong("SELECT count(*) FROM notes")).isEqualTo(100);
      }
      assertThat(moving.status()).isEqualTo(TenantStatus.READY);
      assertThat(moving.filesLeft()).allMatch(name -> name.startsWith("shared"));
      moving.run("INSERT INTO notes (id, body) VALUES (1000, 'x')");
      moving.start(TO_US_EAST);
      assertThat(moving.ended().state()).isEqualTo(IsolationChange.State.COMPLETED);
      assertThat(moving.value("SELECT count(*) FROM notes")).isEqualTo("101");
    }
  }

  @Test
  void aDiskThatCannotBeWrittenKeepsTheDatabaseWhereItIs() throws Exception {
    try (MovingFleet moving = new MovingFleet(temp, NORMAL, Milestone.Watcher.NONE).filled(100)) {
      Path region = temp.resolve("hosts/us-east");
      Files.writeString(region, "a file where the storage root should be");

      moving.start(TO_US_EAST);
      IsolationChange failed = moving.ended();

      assertThat(failed.state()).isEqualTo(IsolationChange.State.FAILED);
      assertThat(failed.error().orElseThrow()).contains("hosts/us-east");
      assertThat(moving.status()).isEqualTo(TenantStatus.READY);
      assertThat(moving.value("SELECT count(*) FROM notes")).isEqualTo("100");
    }
  }

  private static void stopAt(
      Milestone milestone, Milestone reached, CountDownLatch there, CountDownLatch go) {
    if (reached == milestone) {
      there.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
