package io.tenantry.app.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.deployments.CreateDeployment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaletteViewModelTest {
  @TempDir private Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final Navigator navigator = new Navigator(Place.of(ScreenRoute.CONNECTIONS));
  private final AtomicInteger ran = new AtomicInteger();
  private SeededEngine engine;
  private PaletteViewModel model;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(3);
    model = palette();
    model.open();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private PaletteViewModel palette() {
    OpenConnection open = engine.connection(Connection.local("local", "Local engine", folder));
    ProjectMemory memory = ProjectMemory.open(folder.resolve("memory"), tasks);
    return new PaletteViewModel(
        tasks, navigator, this::commands, () -> Optional.of(open), _ -> memory);
  }

  private List<PaletteEntry> commands() {
    return List.of(
        PaletteEntry.command(Icon.ADD, "New workspace", "Shortcut+N", ran::incrementAndGet),
        PaletteEntry.command(Icon.COMMAND, "Switch between light and dark", "", () -> {}));
  }

  @Test
  void findsTablesAndLeadsToThem() {
    assertThat(run("transactions")).isEqualTo("transactions");
    assertThat(navigator.current().get())
        .isEqualTo(new Place(ScreenRoute.WORKSPACE, "fintech/transactions"));
  }

  @Test
  void findsTenantsByPartOfTheirId() {
    assertThat(run("-002")).isEqualTo("tenant-002");
    assertThat(navigator.current().get()).isEqualTo(new Place(ScreenRoute.TENANT, "tenant-002"));
  }

  @Test
  void findsVersions() {
    engine.change("ALTER TABLE users ADD COLUMN phone TEXT");
    model.open();
    assertThat(run("fintech 1.2")).isEqualTo("fintech 1.2");
    assertThat(navigator.current().get())
        .isEqualTo(new Place(ScreenRoute.BLUEPRINT, "fintech/1.2"));
  }

  @Test
  void findsDeploymentsByTheirId() {
    String id =
        engine
            .project()
            .deployments()
            .create(new CreateDeployment(SeededEngine.FINTECH))
            .jobId()
            .value();
    model.open();
    run(id);
    assertThat(navigator.current().get()).isEqualTo(new Place(ScreenRoute.DEPLOYMENT, id));
  }

  @Test
  void offersToDeployEachBlueprint() {
    assertThat(run("dep fint")).isEqualTo("Deploy fintech…");
    assertThat(navigator.current().get()).isEqualTo(new Place(ScreenRoute.DEPLOYMENTS, "fintech"));
  }

  @Test
  void findsTheChangesOfAWorkspace() {
    assertThat(run("changes fint")).isEqualTo("Changes of fintech");
    assertThat(navigator.current().get()).isEqualTo(new Place(ScreenRoute.DIFF, "fintech"));
  }

  @Test
  void findsCommandsInSpiteOfATypingError() {
    assertThat(run("wrokspace")).isEqualTo("New workspace");
    assertThat(ran).hasValue(1);
  }

  @Test
  void offersWhatWasChosenLastFirstAlsoAfterARestart() {
    run("-002");
    run("light");
    tasks.tick();
    model = palette();
    model.open();
    assertThat(model.found())
        .extracting(PaletteEntry::title)
        .startsWith("Switch between light and dark", "tenant-002", "New workspace");
    model.found().get(1).run().run();
    assertThat(navigator.current().get()).isEqualTo(new Place(ScreenRoute.TENANT, "tenant-002"));
  }

  @Test
  void hasCommandsWhenTheEngineDoesNotAnswer() {
    engine.close();
    model.open();
    assertThat(model.found()).extracting(PaletteEntry::title).contains("New workspace");
    assertThat(tasks.unhandled()).isEmpty();
    type("zzzz");
    assertThat(model.found()).isEmpty();
    assertThat(model.problem().get()).isNotEmpty();
  }

  @Test
  void saysThatItSearchesUntilTheEngineHasAnswered() {
    model.search("zzzz");
    assertThat(model.found()).isEmpty();
    assertThat(model.searching().get()).isTrue();
    tasks.tick();
    assertThat(model.searching().get()).isFalse();
    model.search("-00");
    model.closed();
    assertThat(model.searching().get()).isFalse();
  }

  @Test
  void saysNothingWhenNothingFits() {
    type("zzzz");
    assertThat(model.found()).isEmpty();
  }

  private String run(String text) {
    type(text);
    PaletteEntry best = model.found().getFirst();
    model.run(best);
    return best.title();
  }

  private void type(String text) {
    model.search(text);
    tasks.tick();
  }
}
