package io.tenantry.core.deployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.DeploymentTenant.State;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.LiveFolder;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.tenants.Fleet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches a deployment while it runs, and tenants that are somewhere else just then. */
class DeploymentControlTest {
  private static final CreateDeployment ALL = new CreateDeployment(new WorkspaceName("shop"));
  private static final DeploymentOptions ONE_BY_ONE = DeploymentOptions.defaults().withWorkers(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path data;
  private Fleet fleet;

  @BeforeEach
  void open() {
    fleet =
        new Fleet(data)
            .blueprint("shop", "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT)");
    fleet.createMany(List.of("a", "b", "c", "d"), "shop");
    fleet.version("shop", "ALTER TABLE users ADD COLUMN age INTEGER");
  }

  @AfterEach
  void close() {
    fleet.close();
  }

  @Test
  void aPauseLetsTheTenantInWorkEndAndNoOtherBegin() throws Exception {
    Held first = new Held("a");
    Deployment started = fleet.deployments().create(ALL.with(ONE_BY_ONE));

    first.isWantedByAWorker();
    Deployment paused = fleet.deployments().pause(started.jobId());
    first.release();
    await(() -> get(started).completedTenants() == 1);
    fleet.await(started.jobId());

    assertThat(paused.status()).isEqualTo(DeploymentStatus.PAUSED);
    assertThat(get(started).status()).isEqualTo(DeploymentStatus.PAUSED);
    assertThat(minors()).containsExactly("2", "1", "1", "1");
    fleet.deployments().resume(started.jobId());
    fleet.await(started.jobId());
    assertThat(get(started).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(minors()).containsExactly("2", "2", "2", "2");
  }

  @Test
  void aResumeWhileTheLastTenantsEndGoesOnBehindThem() throws Exception {
    Held first = new Held("a");
    Deployment started = fleet.deployments().create(ALL.with(ONE_BY_ONE));

    first.isWantedByAWorker();
    fleet.deployments().pause(started.jobId());
    fleet.deployments().resume(started.jobId());
    first.release();
    fleet.await(started.jobId());

    assertThat(get(started).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(get(started).completedTenants()).isEqualTo(4);
  }

  @Test
  void pausesAreNoWork() throws Exception {
    Held first = new Held("a");
    Deployment started = fleet.deployments().create(ALL.with(ONE_BY_ONE));
    first.isWantedByAWorker();
    fleet.clock.advance(Duration.ofSeconds(2));
    Deployment paused = fleet.deployments().pause(started.jobId());
    fleet.clock.advance(Duration.ofHours(1));
    assertThat(paused.detail().workedMs()).isEqualTo(2000);
    assertThat(get(started).detail().workedMs()).isEqualTo(2000);

    fleet.deployments().resume(started.jobId());
    fleet.clock.advance(Duration.ofSeconds(3));
    assertThat(get(started).detail().workedMs()).isEqualTo(5000);
    assertThat(get(started).durationMs()).isEmpty();
    first.release();
    fleet.await(started.jobId());
    assertThat(get(started).durationMs()).contains(5000.0);
  }

  @Test
  void aRetryAddsItsTimeAndTheOneBeforeItIsNotForgotten() throws Exception {
    fleet.inFile("c", "shop", "INSERT INTO users VALUES (1, 'a'), (2, 'a')");
    fleet.version("shop", "CREATE UNIQUE INDEX users_email ON users (email)");
    Held first = new Held("a");
    Deployment started = fleet.deployments().create(ALL.with(ONE_BY_ONE));
    first.isWantedByAWorker();
    fleet.clock.advance(Duration.ofSeconds(4));
    first.release();
    fleet.await(started.jobId());
    assertThat(get(started).durationMs()).contains(4000.0);

    fleet.clock.advance(Duration.ofHours(1));
    fleet.inFile("c", "shop", "DELETE FROM users WHERE id = 2");
    Held third = new Held("c");
    fleet.deployments().retry(started.jobId());
    third.isWantedByAWorker();
    fleet.clock.advance(Duration.ofSeconds(1));
    third.release();
    fleet.await(started.jobId());
    assertThat(get(started).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(get(started).durationMs()).contains(5000.0);
    assertThat(get(started).startedAt()).isEqualTo(started.startedAt());
  }

  @Test
  void theTimeTheEngineWasAwayIsNoWork() throws Exception {
    Deployment started = fleet.deployments().create(ALL);
    fleet.await(started.jobId());
    fleet.catalog.execute(
        handle -> {
          handle.execute(
              "UPDATE deployment SET status = 'running', settled = 0, completed_at = NULL,"
                  + " worked_ms = 0, working_since = started_at");
          handle.execute(
              "UPDATE deployment_tenant SET completed_at ="
                  + " (SELECT started_at + 4000 FROM deployment)");
        });
    fleet.close();
    fleet = new Fleet(data);
    fleet.clock.advance(Duration.ofHours(1));
    fleet.recovered();
    fleet.await(started.jobId());
    assertThat(get(started).durationMs()).contains(4000.0);
  }

  @Test
  void aCancelledOneKeepsOthersWaitingUntilItsLastTenantHasEnded() throws Exception {
    Held first = new Held("a");
    Deployment started = fleet.deployments().create(ALL.with(ONE_BY_ONE));
    first.isWantedByAWorker();

    Deployment cancelled = fleet.deployments().cancel(started.jobId());

    assertThat(cancelled.status()).isEqualTo(DeploymentStatus.CANCELLED);
    assertThatThrownBy(() -> fleet.deployments().create(ALL))
        .hasMessageContaining("is ending its last tenants. Try again in a moment");
    first.release();
    fleet.await(started.jobId());
    assertThat(minors()).containsExactly("2", "1", "1", "1");
    assertThat(states(started))
        .containsExactly(State.DONE, State.NOT_REACHED, State.NOT_REACHED, State.NOT_REACHED);
    fleet.await(fleet.deployments().create(ALL).jobId());
    assertThat(minors()).containsExactly("2", "2", "2", "2");
  }

  @Test
  void moreWorkersBeginAtOnce() throws Exception {
    Held first = new Held("a");
    Deployment started = fleet.deployments().create(ALL.with(ONE_BY_ONE));

    fleet.deployments().width(started.jobId(), 3);
    await(() -> get(started).completedTenants() == 3);

    assertThat(minors()).containsExactly("1", "2", "2", "2");
    first.release();
    fleet.await(started.jobId());
    assertThat(get(started).completedTenants()).isEqualTo(4);
  }

  @Test
  void aTenantThatIsBusyGetsItsTurnWhenTheOthersHadTheirs() {
    setStatus("b", "migrating");

    Deployment started = fleet.deployments().create(ALL);
    await(() -> get(started).completedTenants() == 3);

    assertThat(get(started).status()).isEqualTo(DeploymentStatus.RUNNING);
    assertThat(minors()).containsExactly("2", "1", "2", "2");
    setStatus("b", "ready");
    fleet.await(started.jobId());
    assertThat(get(started).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(minors()).containsExactly("2", "2", "2", "2");
  }

  @Test
  void theFileOfADatabaseThatMovedMeanwhileIsNotChanged() throws Exception {
    Path old = fleet.file("a", "shop");
    Path next = old.resolveSibling("shop__a.1.db");
    Held mover = new Held("a", "VACUUM INTO '" + next + "'");
    Deployment started = fleet.deployments().create(ALL);
    await(() -> get(started).completedTenants() == 3);

    mover.isWantedByAWorker();
    fleet.catalog.execute(
        handle ->
            handle.execute(
                "UPDATE tenant_database SET generation = 1, last_generation = 1"
                    + " WHERE tenant_id = (SELECT id FROM tenant WHERE name = 'a')"));
    mover.release();
    fleet.await(started.jobId());

    assertThat(get(started).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(fleet.inFile("a", "shop", "PRAGMA user_version")).containsExactly("1");
    Files.move(next, old, StandardCopyOption.REPLACE_EXISTING);
    assertThat(fleet.inFile("a", "shop", "PRAGMA user_version")).containsExactly("2");
  }

  @Test
  void aDryRunLeavesEveryByteAndNoCopy() throws Exception {
    fleet.inFile("c", "shop", "INSERT INTO users VALUES (1, 'a'), (2, 'a')");
    fleet.version("shop", "CREATE UNIQUE INDEX users_email ON users (email)");
    Map<Path, String> before = hashes();
    List<String> catalog = minors();

    Deployment started =
        fleet.deployments().create(ALL.with(DeploymentOptions.defaults().asDryRun()));
    fleet.await(started.jobId());

    assertThat(get(started).errors())
        .containsExactly("tenant 'c': UNIQUE constraint failed: users.email");
    assertThat(get(started).completedTenants()).isEqualTo(3);
    assertThat(hashes()).isEqualTo(before);
    assertThat(minors()).isEqualTo(catalog);
    assertThat(files(fleet.folder.trials())).isEmpty();
  }

  private Map<Path, String> hashes() throws Exception {
    Map<Path, String> hashes = new TreeMap<>();
    for (Path file : files(data.resolve("hosts"))) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      hashes.put(file, HexFormat.of().formatHex(hash));
    }
    assertThat(hashes).hasSize(4);
    return hashes;
  }

  private static List<Path> files(Path below) {
    return LiveFolder.files(below);
  }

  private Deployment get(Deployment deployment) {
    return fleet.deployments().get(deployment.jobId());
  }

  private List<State> states(Deployment deployment) {
    return fleet
        .deployments()
        .tenants(deployment.jobId(), Set.of(), PageRequest.all())
        .items()
        .stream()
        .map(DeploymentTenant::state)
        .toList();
  }

  private List<String> minors() {
    return fleet.rows("SELECT minor FROM tenant_database ORDER BY id");
  }

  private void setStatus(String tenant, String status) {
    fleet.catalog.execute(
        handle -> handle.execute("UPDATE tenant SET status = ? WHERE name = ?", status, tenant));
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** The one connection of a tenant that may write, held by somebody else. */
  private final class Held {
    private final CountDownLatch released = new CountDownLatch(1);
    private final Thread holder;
    private final List<String> atLast;

    /** Takes it; the statements run on it just before it is released. */
    Held(String tenant, String... atLast) throws InterruptedException {
      this.atLast = List.of(atLast);
      CountDownLatch taken = new CountDownLatch(1);
      holder = Thread.ofPlatform().daemon().start(() -> hold(tenant, taken));
      taken.await();
    }

    private void hold(String tenant, CountDownLatch taken) {
      fleet.databases.withEngine(
          fleet.file(tenant, "shop"),
          Deadline.in(PATIENCE),
          database -> {
            taken.countDown();
            try {
              assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
              atLast.forEach(database::execute);
              return true;
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          });
    }

    /** Waits until a worker waits for the tenant. */
    void isWantedByAWorker() {
      await(
          () ->
              Thread.getAllStackTraces().entrySet().stream()
                  .filter(thread -> thread.getKey().getName().startsWith("deploying-"))
                  .anyMatch(
                      thread ->
                          Stream.of(thread.getValue())
                              .anyMatch(frame -> frame.getClassName().endsWith("Waiting"))));
    }

    void release() throws InterruptedException {
      released.countDown();
      holder.join();
    }
  }
}
