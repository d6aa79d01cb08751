package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.CreatedApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.events.Subscription;
import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.LogFilter;
import io.tenantry.contract.logs.LogType;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What following deployments and logs must do: what is told, in which order, and when it ends. */
public abstract class EventsContract extends ContractSuite {
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final WorkspaceName MAIN = new WorkspaceName("main");
  private static final WorkspaceName OTHER = new WorkspaceName("other");

  @Test
  void aDeploymentIsFollowedToItsEnd() {
    TestProject project = shop();
    project.tenants(MAIN, IntStream.range(0, 40).mapToObj(i -> "t" + i).toArray(String[]::new));
    project.design(MAIN, "CREATE TABLE extra (a)");
    Deployment started = project.admin().deployments().create(new CreateDeployment(MAIN));
    Heard<Deployment> heard = new Heard<>();

    try (Subscription watch = project.admin().deployments().watch(started.jobId(), heard)) {
      assertThat(watch).isNotNull();
      assertThat(heard.untilEnd()).isEmpty();
    }

    assertThat(heard.events().getLast())
        .isEqualTo(project.admin().deployments().get(started.jobId()));
    assertThat(heard.events().getLast().status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(heard.events()).doesNotHaveDuplicates();
    assertThat(heard.events()).extracting(Deployment::completedTenants).isSorted();
  }

  @Test
  void anEndedDeploymentIsToldOnce() {
    TestProject project = shop();
    project.design(MAIN, "CREATE TABLE extra (a); CREATE UNIQUE INDEX u ON extra (a)");
    Deployment ended = project.deploy(MAIN);
    Heard<Deployment> heard = new Heard<>();

    project.admin().deployments().watch(ended.jobId(), heard);

    assertThat(heard.untilEnd()).isEmpty();
    assertThat(heard.events()).containsExactly(ended);
  }

  @Test
  void whatMayNotBeSeenCannotBeFollowed() {
    TestProject project = shop();
    project.design(MAIN, "CREATE TABLE extra (a)");
    Deployment ended = project.deploy(MAIN);
    Project other = project.as(Role.READ, ScopeType.WORKSPACE, "other");

    assertRefused(
        ErrorCode.SCOPE_DENIED, () -> other.deployments().watch(ended.jobId(), new Heard<>()));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Deployment not found: dep_0000",
        () -> other.deployments().watch(new DeploymentId("dep_0000"), new Heard<>()));
    assertRefused(
        ErrorCode.SCOPE_DENIED, () -> other.logs().tail(WAYNE, LogFilter.none(), new Heard<>()));
  }

  @Test
  void newQueriesAreToldInTheirOrder() {
    TestProject project = shop();
    project.run(WAYNE, MAIN, "SELECT 'before'");
    Heard<LogEntry> heard = new Heard<>();
    try (Subscription tail = project.admin().logs().tail(WAYNE, LogFilter.none(), heard)) {
      assertThat(tail).isNotNull();
      List<String> run = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        run.add("SELECT " + i);
        project.run(WAYNE, MAIN, run.getLast());
      }

      assertThat(heard.until(events -> events.size() >= 30))
          .extracting(LogEntry::query)
          .containsExactlyElementsOf(run);
      assertThat(heard.events().reversed())
          .isEqualTo(project.admin().logs().list(WAYNE, LogFilter.none(), 30, 0).logs());
      assertThat(heard.dropped()).isZero();
    }
  }

  @Test
  void onlyWhatTheFilterNamesAndTheScopeReachesIsTold() {
    TestProject project = shop();
    project
        .admin()
        .tenants()
        .create(new CreateTenant(WAYNE, List.of(TenantDatabaseRequest.shared(OTHER))));
    Heard<LogEntry> failed = new Heard<>();
    Heard<LogEntry> scoped = new Heard<>();
    Project other = project.as(Role.READ, ScopeType.WORKSPACE, "other");
    try (Subscription one =
            project.admin().logs().tail(WAYNE, LogFilter.of(LogType.ERROR), failed);
        Subscription two = other.logs().tail(WAYNE, LogFilter.none(), scoped)) {
      assertThat(one).isNotSameAs(two);
      project.run(WAYNE, MAIN, "SELECT 1");
      assertRefused(ErrorCode.BAD_REQUEST, () -> project.run(WAYNE, MAIN, "SELECT ghost"));
      project.run(WAYNE, OTHER, "SELECT 2");

      assertThat(failed.until(events -> !events.isEmpty()))
          .extracting(LogEntry::query)
          .containsExactly("SELECT ghost");
      assertThat(scoped.until(events -> !events.isEmpty()))
          .extracting(LogEntry::query)
          .containsExactly("SELECT 2");
    }
  }

  @Test
  void nothingIsToldAfterTheSubscriptionWasClosed() {
    TestProject project = shop();
    Heard<LogEntry> closed = new Heard<>();
    Heard<LogEntry> open = new Heard<>();
    Subscription first = project.admin().logs().tail(WAYNE, LogFilter.none(), closed);
    try (Subscription second = project.admin().logs().tail(WAYNE, LogFilter.none(), open)) {
      assertThat(second).isNotNull();
      first.close();
      first.close();
      project.run(WAYNE, MAIN, "SELECT 1");
      open.until(events -> !events.isEmpty());
    }

    assertThat(closed.events()).isEmpty();
    assertThat(closed.hasEnded()).isFalse();
  }

  @Test
  void aRevokedKeyHearsNoMore() {
    TestProject project = shop();
    CreatedApiKey key =
        project
            .admin()
            .apiKeys()
            .create(new CreateApiKey("reader", Role.READ, ScopeType.PROJECT, List.of()));
    Heard<LogEntry> heard = new Heard<>();
    Project reader = fixture().as(key.apiKey());
    try (Subscription tail = reader.logs().tail(WAYNE, LogFilter.none(), heard)) {
      assertThat(tail).isNotNull();
      project.run(WAYNE, MAIN, "SELECT 1");
      heard.until(events -> events.size() == 1);
      project.admin().apiKeys().list().stream()
          .filter(each -> each.key().equals(key.apiKey()))
          .forEach(each -> project.admin().apiKeys().delete(each.id()));
      project.run(WAYNE, MAIN, "SELECT 2");

      assertThat(heard.untilEnd())
          .hasValueSatisfying(
              (EngineException why) -> assertThat(why.code()).isEqualTo(ErrorCode.UNAUTHORIZED));
    }
    assertThat(heard.events()).hasSize(1);
  }

  @Test
  void theEndOfTheEngineIsTheEndOfTheSubscription() {
    TestProject project = shop();
    Heard<LogEntry> heard = new Heard<>();
    Subscription tail = project.admin().logs().tail(WAYNE, LogFilter.none(), heard);
    long start = System.nanoTime();

    fixture().reopen();

    assertThat(heard.untilEnd()).isEmpty();
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    tail.close();
  }

  private TestProject shop() {
    TestProject project = project();
    project.design(project.workspace("main"), "CREATE TABLE t (a)");
    project.design(project.workspace("other"), "CREATE TABLE t (a)");
    project.tenant("wayne", MAIN);
    return project;
  }
}
