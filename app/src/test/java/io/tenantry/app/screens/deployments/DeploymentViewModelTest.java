package io.tenantry.app.screens.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentKind;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentStrategy;
import io.tenantry.contract.deployments.Deployments;
import io.tenantry.contract.deployments.Share;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.events.Listener;
import io.tenantry.contract.events.Subscription;
import io.tenantry.contract.tenants.TenantId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class DeploymentViewModelTest {
  private static final DeploymentOptions FIVE_THEN_ALL =
      DeploymentOptions.defaults()
          .withStrategy(DeploymentStrategy.stages(Share.tenants(5)).withPauses());

  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final Notices notices = new Notices();
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private SeededEngine engine;
  private DeploymentViewModel model;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(20);
    model =
        new DeploymentViewModel(
            recorded(engine.project().deployments()), tasks, new ErrorPresenter(notices));
  }

  @AfterEach
  void close() {
    model.leave();
    engine.close();
  }

  @Test
  void figuresAndStatesFollowWhatTheEngineTellsOncePerRest() throws Exception {
    Deployment started;
    try (DatabaseSession _ = engine.hold(new TenantId("tenant-003"))) {
      started = deploy(DeploymentOptions.defaults());
      model.load(started.jobId());
      until(() -> inEngine(started.jobId()).completedTenants() == 19);
      tasks.deliverBrought();
      assertThat(count("states")).as("asked at the opening, and before the rest").isLessThan(3);
      untilRested(() -> now().completedTenants() == 19);
      assertThat(letters()).isEqualTo("ddpddddddddddddddddd");
    }
    untilRested(() -> now().status() == DeploymentStatus.COMPLETED);
    assertThat(letters()).isEqualTo("d".repeat(20));
    int asked = count("states");
    tasks.tick();
    assertThat(count("states")).isEqualTo(asked);
  }

  @Test
  void aScreenThatWasLeftIsToldNothingMoreAndKeepsNoTenant() throws Exception {
    Deployment started;
    try (DatabaseSession _ = engine.hold(new TenantId("tenant-003"))) {
      started = deploy(DeploymentOptions.defaults());
      model.load(started.jobId());
      untilRested(() -> now().completedTenants() == 19);
      model.leave();
      assertThat(count("close")).isEqualTo(1);
      assertThat(model.states().get()).isEmpty();
      model.act(DeploymentVerb.PAUSE, started.jobId());
    }
    tasks.deliverBrought();
    tasks.tick();
    assertThat(now().status()).isEqualTo(DeploymentStatus.RUNNING);
    assertThat(count("watch")).isEqualTo(1);
    assertThat(model.states().get()).isEmpty();
  }

  @Test
  void whoeverPointsAtAPlaceIsToldWhichTenantStandsThere() throws Exception {
    Deployment started = deploy(DeploymentOptions.defaults());
    model.load(started.jobId());
    untilStatus(DeploymentStatus.COMPLETED);
    List<String> found = new ArrayList<>();
    model.tenantAt(6, tenant -> found.add(tenant.tenantId().value()));
    assertThat(found).as("it waits whether the pointer stays").isEmpty();
    tasks.tick();
    model.tenantAt(7, tenant -> found.add(tenant.tenantId().value()));
    assertThat(found).containsExactly("tenant-007", "tenant-008");
    assertThat(count("tenants")).as("neighbours come along").isEqualTo(1);
  }

  @Test
  void aRunningDeploymentIsPausedAndResumed() throws Exception {
    Deployment started;
    try (DatabaseSession _ = engine.hold(new TenantId("tenant-003"))) {
      started = deploy(DeploymentOptions.defaults());
      model.load(started.jobId());
      assertThat(possible()).containsExactly(DeploymentVerb.CANCEL, DeploymentVerb.PAUSE);
      model.act(DeploymentVerb.PAUSE, started.jobId());
      assertThat(now().status()).isEqualTo(DeploymentStatus.PAUSED);
      assertThat(possible()).containsExactly(DeploymentVerb.CANCEL, DeploymentVerb.RESUME);
    }
    model.act(DeploymentVerb.RESUME, started.jobId());
    untilStatus(DeploymentStatus.COMPLETED);
    assertThat(now().completedTenants()).isEqualTo(20);
    assertThat(possible()).containsExactly(DeploymentVerb.UNDO);
  }

  @Test
  void whatWasToldBeforeAPauseDoesNotComeBackAfterIt() throws Exception {
    Deployment started;
    try (DatabaseSession _ = engine.hold(new TenantId("tenant-003"))) {
      started = deploy(DeploymentOptions.defaults());
      model.load(started.jobId());
      until(() -> inEngine(started.jobId()).completedTenants() == 19);
      untilRested(() -> now().completedTenants() == 19);
      widen(started.jobId(), 3);
      until(() -> now().detail().workers() == 3);
      widen(started.jobId(), 4);
      tasks.deliverBrought();
      assertThat(now().detail().workers()).as("it rests").isEqualTo(3);
      model.act(DeploymentVerb.PAUSE, started.jobId());
    }
    untilRested(() -> now().completedTenants() == 20);
    tasks.tick();
    tasks.deliverBrought();
    assertThat(now().status()).isEqualTo(inEngine(started.jobId()).status());
    assertThat(now().status()).isNotEqualTo(DeploymentStatus.RUNNING);
  }

  @Test
  void tenantsThatWereAskedForBeforeTheEndDoNotReplaceThoseAfterIt() throws Exception {
    Deployment started;
    try (DatabaseSession _ = engine.hold(new TenantId("tenant-003"))) {
      started = deploy(DeploymentOptions.defaults());
      model.load(started.jobId());
      untilRested(() -> now().completedTenants() == 19);
      tasks.tick();
      tasks.hold();
      widen(started.jobId(), 3);
      tasks.deliverBrought();
      assertThat(now().detail().workers()).isEqualTo(3);
    }
    until(() -> inEngine(started.jobId()).status().ended(), () -> {});
    model.refresh(started.jobId());
    tasks.deliverLast();
    tasks.deliverNext();
    assertThat(letters()).isEqualTo("d".repeat(20));
  }

  private void widen(DeploymentId id, int workers) throws Exception {
    int before = count("event");
    engine.project().deployments().width(id, workers);
    until(() -> count("event") > before, () -> {});
  }

  @Test
  void whatACancelDidNotReachIsShownAsSuch() throws Exception {
    Deployment started = deploy(FIVE_THEN_ALL);
    model.load(started.jobId());
    untilStatus(DeploymentStatus.PAUSED);
    assertThat(now().detail().stages()).hasSize(2);
    model.act(DeploymentVerb.CANCEL, started.jobId());
    assertThat(now().status()).isEqualTo(DeploymentStatus.CANCELLED);
    assertThat(now().detail().notReachedTenants()).isEqualTo(15);
    assertThat(letters()).isEqualTo("dddddnnnnnnnnnnnnnnn");
    assertThat(possible()).containsExactly(DeploymentVerb.UNDO);
  }

  @Test
  void aBudgetThatStoppedItLeavesTheChoiceBetweenRetryAndResume() throws Exception {
    engine.run(
        new TenantId("tenant-001"), "INSERT INTO accounts (user_id, name) VALUES (1, 'Main')");
    engine.change("CREATE UNIQUE INDEX accounts_user_name ON accounts (user_id, name)");
    Deployment started = create(FIVE_THEN_ALL.withWorkers(1));
    model.load(started.jobId());
    untilStatus(DeploymentStatus.FAILED);
    assertThat(now().detail().errorGroups()).hasSize(1);
    assertThat(model.can(DeploymentVerb.RETRY)).isTrue();
    assertThat(model.can(DeploymentVerb.RESUME)).isTrue();
    model.act(DeploymentVerb.RETRY, started.jobId());
    untilStatus(DeploymentStatus.FAILED);
    model.act(DeploymentVerb.RESUME, started.jobId());
    untilStatus(DeploymentStatus.PAUSED);
    model.act(DeploymentVerb.RESUME, started.jobId());
    untilStatus(DeploymentStatus.FAILED);
    assertThat(now().completedTenants()).isEqualTo(19);
  }

  @Test
  void anUndoIsADeploymentOfItsOwn() throws Exception {
    Deployment started = deploy(DeploymentOptions.defaults());
    model.load(started.jobId());
    untilStatus(DeploymentStatus.COMPLETED);
    List<Deployment> undone = new ArrayList<>();
    model.undo(started.jobId(), undone::add);
    model.load(undone.getFirst().jobId());
    untilStatus(DeploymentStatus.COMPLETED);
    assertThat(now().detail().kind()).isEqualTo(DeploymentKind.UNDO);
    assertThat(possible()).isEmpty();
    assertThat(notices.shown()).isEmpty();
  }

  @Test
  void aRefusalIsSaidAboveTheScreen() throws Exception {
    Deployment started = deploy(DeploymentOptions.defaults());
    model.load(started.jobId());
    untilStatus(DeploymentStatus.COMPLETED);
    model.act(DeploymentVerb.PAUSE, started.jobId());
    assertThat(tasks.unhandled())
        .singleElement()
        .asString()
        .contains("only one that is running can be paused");
  }

  private Deployment deploy(DeploymentOptions options) {
    engine.change("CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, text TEXT)");
    return create(options);
  }

  private Deployment create(DeploymentOptions options) {
    return engine
        .project()
        .deployments()
        .create(new CreateDeployment(SeededEngine.FINTECH).with(options));
  }

  private Deployment now() {
    return model.deployment().get().orElseThrow();
  }

  private List<DeploymentVerb> possible() {
    return List.of(DeploymentVerb.values()).stream().filter(model::can).toList();
  }

  private void untilStatus(DeploymentStatus status) throws Exception {
    untilRested(() -> now().status() == status);
  }

  private String letters() {
    return model.states().get().orElseThrow().letters();
  }

  private Deployment inEngine(DeploymentId id) {
    return engine.project().deployments().get(id);
  }

  /** Waits as {@link #until} does, while rests pass. */
  private void untilRested(Callable<Boolean> condition) throws Exception {
    until(
        () -> {
          tasks.tick();
          tasks.deliverBrought();
          return condition.call();
        });
  }

  private void until(Callable<Boolean> condition) throws Exception {
    until(condition, tasks::deliverBrought);
  }

  private static void until(Callable<Boolean> condition, Runnable meanwhile) throws Exception {
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> {
          meanwhile.run();
          return condition.call();
        });
  }

  private int count(String call) {
    return Collections.frequency(calls, call);
  }

  /** The real ones, with a note of each call, each event and each subscription that is closed. */
  private Deployments recorded(Deployments real) {
    return (Deployments)
        Proxy.newProxyInstance(
            Deployments.class.getClassLoader(),
            new Class<?>[] {Deployments.class},
            (_, method, arguments) -> {
              calls.add(method.getName());
              try {
                Object answer = method.invoke(real, heard(arguments));
                return answer instanceof Subscription open ? noted(open) : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Object @Nullable [] heard(Object @Nullable [] arguments) {
    if (arguments == null || !(arguments[arguments.length - 1] instanceof Listener<?> listener)) {
      return arguments;
    }
    return new Object[] {arguments[0], noted(listener)};
  }

  private <T> Listener<T> noted(Listener<T> listener) {
    return new Listener<>() {
      @Override
      public void event(T event) {
        listener.event(event);
        calls.add("event");
      }

      @Override
      public void ended(Optional<EngineException> reason) {
        listener.ended(reason);
      }
    };
  }

  private Subscription noted(Subscription open) {
    return () -> {
      calls.add("close");
      open.close();
    };
  }
}
