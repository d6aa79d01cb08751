package io.tenantry.app.screens.blueprints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.compare.ObjectChange;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.blueprints.BlueprintVersion;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class BlueprintViewModelTest {
  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final Notices notices = new Notices();
  private final Navigator navigator = new Navigator(Place.of(ScreenRoute.BLUEPRINTS));
  private SeededEngine engine;
  private BlueprintViewModel model;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(3);
    engine.change("ALTER TABLE users ADD COLUMN phone TEXT");
    engine.change("DROP TABLE transactions");
    model =
        new BlueprintViewModel(
            engine.project().blueprints(),
            engine.project().deployments(),
            tasks,
            navigator,
            new ErrorPresenter(notices),
            notices);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void theLineOfVersionsSaysWhoIsOnWhich() {
    model.open("fintech");
    assertThat(model.versions())
        .extracting(
            row -> row.version().toString(), VersionEntry::tenants, VersionEntry::destructive)
        .containsExactly(tuple("1.3", 0L, true), tuple("1.2", 0L, false), tuple("1.1", 3L, false));
    assertThat(model.selected().get().map(VersionEntry::latest)).contains(true);
    assertThat(model.version().get().map(BlueprintVersion::statements))
        .contains(List.of("DROP TABLE transactions"));
  }

  @Test
  void anyTwoVersionsCanBeCompared() {
    model.open("fintech");
    assertThat(model.comparison().get().count(ObjectChange.Fate.DROPPED)).isEqualTo(2);
    model.compareWith(Optional.of(model.versions().getLast()));
    assertThat(model.comparison().get().count(ObjectChange.Fate.ALTERED)).isEqualTo(1);
    model.compareWith(Optional.empty());
    assertThat(model.comparison().get().count(ObjectChange.Fate.DROPPED)).isZero();
  }

  @Test
  void theTenantsOnEachVersionFollowADeploymentAndWhatIsLookedAtStays() throws Exception {
    model.open("fintech");
    model.select(model.versions().getLast());
    model.compareWith(Optional.of(model.versions().getFirst()));
    Deployment started =
        engine
            .project()
            .deployments()
            .create(
                new CreateDeployment(
                    SeededEngine.FINTECH, Optional.of(new Version(1, 2)), List.of()));
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> engine.project().deployments().get(started.jobId()).status().ended());
    tasks.tick();
    assertThat(model.versions()).extracting(VersionEntry::tenants).containsExactly(0L, 3L, 0L);
    assertThat(model.selected().get()).contains(model.versions().getLast());
    assertThat(model.other().get()).contains(model.versions().getFirst());
    assertThat(model.version().get()).isPresent();
    model.leave();
    tasks.tick();
    assertThat(model.selected().get()).contains(model.versions().getLast());
  }

  @Test
  void aSelectionThatIsLeftBehindByALaterOneIsDropped() {
    model.open("fintech");
    tasks.hold();
    model.select(model.versions().get(1));
    model.select(model.versions().get(2));
    tasks.deliverLast();
    tasks.deliverNext();
    assertThat(model.version().get().orElseThrow().version()).hasToString("1.1");
  }

  @Test
  void theExportBuildsTheSchemaFromNothing() throws IOException {
    model.open("fintech");
    assertThat(model.exportName()).isEqualTo("fintech-1.3.sql");
    Path file = folder.resolve(model.exportName());
    model.export(file);
    assertThat(Files.readString(file))
        .startsWith("-- Blueprint fintech, version 1.3")
        .contains("CREATE TABLE users")
        .endsWith("DROP TABLE transactions;\n");
    assertThat(notices.shown()).hasSize(1);
  }

  @Test
  void anExportThatCannotBeWrittenSaysSo() {
    model.open("fintech");
    model.export(folder.resolve("no such folder").resolve("x.sql"));
    assertThat(tasks.unhandled())
        .singleElement()
        .satisfies(e -> assertThat(e.message()).contains("x.sql"));
  }

  @Test
  void placesToGoNameTheirSubject() {
    model.open("fintech");
    model.openTenants(model.versions().getLast());
    assertThat(navigator.current().get())
        .isEqualTo(new Place(ScreenRoute.TENANTS, "blueprint:fintech version:1.1"));
    model.deploy();
    assertThat(navigator.current().get()).isEqualTo(new Place(ScreenRoute.DEPLOYMENTS, "fintech"));
  }

  @Test
  void theListOpensAtOnceAndLearnsTheVersionsAfterwards() {
    BlueprintsViewModel list =
        new BlueprintsViewModel(
            engine.project().blueprints(), tasks, navigator, new ErrorPresenter(notices));
    tasks.hold();
    list.list().load();
    tasks.deliverNext();
    assertThat(list.list().state().get()).isEqualTo(ScreenState.LOADED);
    assertThat(list.list().rows().getFirst().shares()).isEmpty();
    tasks.deliverNext();
    assertThat(list.list().rows().getFirst().shares())
        .contains(List.of(new VersionShare("1.1", 3, false)));
    assertThat(list.list().rows().getFirst().behind()).isEqualTo(3);
  }
}
