package io.tenantry.app.screens.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.controls.compare.ObjectChange;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.screens.EngineChoice;
import io.tenantry.app.screens.StrayTool;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.drift.Adopted;
import io.tenantry.contract.drift.ForcedBack;
import io.tenantry.contract.tenants.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema of one tenant, on an engine in process and behind a server. */
@ParameterizedClass
@EnumSource
class DriftViewModelTest {
  private static final TenantId TENANT = new TenantId("tenant-001");

  @TempDir Path folder;

  private final EngineChoice.Where where;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final ErrorPresenter errors = new ErrorPresenter(new Notices());
  private EngineChoice engine;
  private DriftViewModel model;

  DriftViewModelTest(EngineChoice.Where where) {
    this.where = where;
  }

  @BeforeEach
  void open() {
    engine = new EngineChoice(where, folder.resolve("data"), fresh -> fresh.fintech().tenants(2));
    model = new DriftViewModel(engine.project(), tasks, errors);
  }

  @AfterEach
  void close() {
    model.leave();
    engine.close();
  }

  private SchemaStanding standing() {
    return model.standing().get().orElseThrow();
  }

  private void stray(String... statements) {
    StrayTool.change(engine.engine(), TENANT, statements);
    model.show(TENANT);
    model.check();
    EngineChoice.await(tasks, () -> standing().isFound());
  }

  @Test
  void aTenantThatNobodyTouchedHasTheSchemaOfItsVersion() {
    model.show(TENANT);

    assertThat(model.state().get()).isEqualTo(ScreenState.LOADED);
    assertThat(standing().comparison().different()).isEmpty();
    assertThat(standing().isSame()).isTrue();
  }

  @Test
  void whatDiffersIsSeenBeforeACheckAndDoneSomethingAboutAfterIt() {
    StrayTool.change(engine.engine(), TENANT, "ALTER TABLE users ADD COLUMN stray TEXT");

    model.show(TENANT);

    assertThat(standing().comparison().different())
        .extracting(ObjectChange::name)
        .containsExactly("users");
    assertThat(standing().isFound()).isFalse();
    model.check();
    EngineChoice.await(tasks, () -> standing().isOpen());
    assertThat(model.checking().get()).isFalse();
  }

  @Test
  void anAcceptedDriftIsComplainedAboutNoMore() {
    stray("ALTER TABLE users ADD COLUMN stray TEXT");

    model.accept(() -> {});

    assertThat(standing().isFound()).isTrue();
    assertThat(standing().isOpen()).isFalse();
  }

  @Test
  void anAdoptedDriftIsTheNextVersion() {
    stray("ALTER TABLE users ADD COLUMN stray TEXT");
    AtomicReference<Adopted> adopted = new AtomicReference<>();

    model.adopt(adopted::set);

    assertThat(adopted.get().isNew()).isTrue();
    assertThat(standing().version()).isEqualTo(adopted.get().version());
    assertThat(standing().isSame()).isTrue();
  }

  @Test
  void forcingBackTellsWhatWouldBeLostAndDoesItOnlyWhenThatIsConfirmed() {
    stray("ALTER TABLE users ADD COLUMN stray TEXT", "UPDATE users SET stray = 'kept'");
    List<String> losses = new ArrayList<>();
    AtomicReference<ForcedBack> done = new AtomicReference<>();

    model.forceBack(false, done::set, losses::addAll);

    assertThat(done.get()).isNull();
    assertThat(losses).containsExactly("drops column users.stray with its values");
    assertThat(standing().isFound()).isTrue();
    model.forceBack(true, done::set, losses::addAll);
    assertThat(done.get().safetyBackup()).isNotEmpty();
    assertThat(standing().isSame()).isTrue();
    assertThat(tasks.unhandled()).isEmpty();
  }

  @Test
  void aTenantThatAnswersNoQueriesSaysSoAndIsReadLater() {
    engine.project().tenants().suspend(TENANT);
    model.show(TENANT);
    assertThat(model.state().get()).isInstanceOf(ScreenState.Failed.class);

    engine.project().tenants().resume(TENANT);
    model.load();

    assertThat(model.state().get()).isEqualTo(ScreenState.LOADED);
  }
}
