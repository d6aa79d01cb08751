package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.EngineTarget;
import io.tenantry.app.connect.OtherWindows;
import io.tenantry.app.connect.Work;
import io.tenantry.app.dialogs.NoFileDialogs;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.settings.WindowState;
import io.tenantry.contract.Project;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentOptions;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentStrategy;
import io.tenantry.contract.deployments.Share;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.EngineServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes on is told wherever the user is, and led back to. */
class WorkElsewhereTest extends FxTest {
  private static final String ENDLESS =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";

  @TempDir private Path folder;
  private LocalEngine remote;
  private EngineServer server;
  private Console console;
  private ConsoleWindow window;
  private Connection prod;

  @BeforeEach
  void open() {
    SeededEngine seeded = new SeededEngine(folder.resolve("data")).fintech().patient().tenants(3);
    deploySettings(seeded.project());
    seeded.change("CREATE INDEX users_name ON users (name)");
    seeded.close();
    new SeededEngine(folder.resolve("remote")).fintech().close();
    remote = LocalEngine.open(EngineConfig.at(folder.resolve("remote")));
    server = EngineServer.start(remote, EngineServer.LOOPBACK, 0);
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("config"));
    console = fx(() -> new Console(folders, "1.0.0"));
    prod =
        new Connection(
            "prod",
            "Prod EU",
            new EngineTarget.Remote(server.url()),
            ConnectionColour.RED,
            "",
            GuardLevel.OPEN,
            Optional.empty());
    window =
        fx(
            () ->
                new ConsoleWindow(
                    console,
                    console.settings().open(WindowState.fresh()),
                    OtherWindows.none(),
                    new NoFileDialogs()));
    run(
        () -> {
          console.vault().put("prod", remote.ownerKey());
          console.book().save(prod);
        });
    show(window.view().root());
    run(() -> window.start(_ -> {}));
    await(() -> isOpen("local"));
  }

  @AfterEach
  void close() {
    run(window::close);
    run(console::close);
    server.close();
    remote.close();
  }

  @Test
  void aQueryThatRunsOnAnotherTabIsInTheListOfWorkAndLedBackTo() {
    run(() -> window.navigator().go(ScreenRoute.QUERY, "all/fintech\n" + ENDLESS));
    await(() -> titles().equals(List.of("Query on all of fintech")));
    run(() -> window.navigator().go(ScreenRoute.QUERY, "tenant-001/fintech"));
    run(() -> window.navigator().go(ScreenRoute.TENANTS));
    openList();
    Screenshots.take("work-list", stage().getScene());

    clickOn("Query on all of fintech");

    await(() -> window.navigator().current().get().route() == ScreenRoute.QUERY);
    await(() -> editors().anyMatch(editor -> editor.getText().equals(ENDLESS)));
    push(KeyCode.F8);
    await(() -> work().isEmpty());
  }

  @Test
  void aQueryIsStoppedFromTheListOfWork() {
    run(() -> window.navigator().go(ScreenRoute.QUERY, "all/fintech\n" + ENDLESS));
    await(() -> !work().isEmpty());
    run(() -> window.navigator().go(ScreenRoute.TENANTS));
    openList();
    Screenshots.take("work-stop", stage().getScene());
    clickOn(lookup(".job-row .button").queryButton());
    await(() -> work().isEmpty());
    run(() -> window.navigator().go(ScreenRoute.QUERY));
    await(
        () ->
            lookup(".label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("Stopped after")));
  }

  @Test
  void aQueryIsNotCutOffUnaskedAndItsTabTellsThatItWas() {
    run(() -> window.navigator().go(ScreenRoute.QUERY, "all/fintech\n" + ENDLESS));
    await(() -> !work().isEmpty());
    run(() -> window.switchboard().open(prod, null));
    await(() -> lookup("Stop what runs?").tryQuery().isPresent());
    Screenshots.take("work-cut-off", stage().getScene());
    push(KeyCode.ESCAPE);
    assertThat(isOpen("local")).isTrue();
    assertThat(work()).isNotEmpty();

    run(() -> window.switchboard().open(prod, null));
    await(() -> lookup("Leave and stop").tryQuery().isPresent());
    clickOn("Leave and stop");
    await(() -> isOpen("prod") && window.isIdle());
    assertThat(work()).isEmpty();
    switchTo(local());
    run(() -> window.navigator().go(ScreenRoute.QUERY));
    await(
        () ->
            lookup(".empty-state .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("Cut off on all of fintech")));
    Screenshots.take("query-cut-off", stage().getScene());
  }

  private Connection local() {
    return console.book().local();
  }

  @Test
  void aDeploymentOfAConnectionThatWasLeftIsFollowedToItsEnd() {
    Project local = fx(() -> window.switchboard().current().get().orElseThrow().project());
    Deployment waits = waiting(local);
    await(() -> titles().equals(List.of("Deploy fintech 1.2")));

    switchTo(prod);

    assertThat(fx(this::titles)).containsExactly("Deploy fintech 1.2");
    openList();
    assertThat(lookup("On Local engine").tryQuery()).isPresent();
    Screenshots.take("work-elsewhere", stage().getScene());
    push(KeyCode.ESCAPE);
    local.deployments().resume(waits.jobId());
    await(() -> work().isEmpty());
    await(
        () ->
            window.errors().notices().kept().stream()
                .anyMatch(notice -> notice.problem().title().equals("Deploy fintech 1.2: done")));
  }

  @Test
  void aDeploymentIsCancelledFromTheListOfWorkPastItsQuestion() {
    Project local = fx(() -> window.switchboard().current().get().orElseThrow().project());
    Deployment waits = waiting(local);
    await(() -> !work().isEmpty());
    openList();
    clickOn(lookup(".job-row .button").queryButton());
    await(() -> lookup("Cancel this deployment for good?").tryQuery().isPresent());
    Screenshots.take("work-cancel", stage().getScene());
    push(KeyCode.ESCAPE);
    assertThat(local.deployments().get(waits.jobId()).status()).isEqualTo(DeploymentStatus.PAUSED);

    openList();
    clickOn(lookup(".job-row .button").queryButton());
    await(() -> lookup(".dialog-sheet .button.danger").tryQuery().isPresent());
    run(() -> lookup(".dialog-sheet .button.danger").queryButton().fire());
    await(() -> work().isEmpty());
    assertThat(local.deployments().get(waits.jobId()).status())
        .isEqualTo(DeploymentStatus.CANCELLED);
  }

  @Test
  void workOfAConnectionThatWasLeftLeadsBackToIt() {
    Project local = fx(() -> window.switchboard().current().get().orElseThrow().project());
    Deployment waits = waiting(local);
    await(() -> !work().isEmpty());
    switchTo(prod);
    openList();

    clickOn("Deploy fintech 1.2");

    Place place = new Place(ScreenRoute.DEPLOYMENT, waits.jobId().value());
    await(() -> isOpen("local") && window.navigator().current().get().equals(place));
    local.deployments().resume(waits.jobId());
    await(() -> work().isEmpty());
  }

  private static void deploySettings(Project project) {
    Deployment started = project.deployments().create(new CreateDeployment(SeededEngine.FINTECH));
    await(() -> project.deployments().get(started.jobId()).status().ended());
  }

  /** Starts a deployment that waits after its first tenant. */
  private static Deployment waiting(Project project) {
    DeploymentStrategy strategy =
        DeploymentStrategy.stages(Share.tenants(1), Share.percent(100)).withPauses();
    Deployment started =
        project
            .deployments()
            .create(
                new CreateDeployment(SeededEngine.FINTECH)
                    .with(DeploymentOptions.defaults().withStrategy(strategy)));
    await(() -> project.deployments().get(started.jobId()).status() == DeploymentStatus.PAUSED);
    return started;
  }

  private void openList() {
    clickOn(".jobs-button");
    settle();
  }

  private List<Work> work() {
    return List.copyOf(window.work());
  }

  private List<String> titles() {
    return work().stream().map(each -> each.job().title()).toList();
  }

  private void switchTo(Connection connection) {
    run(() -> window.switchboard().open(connection, null));
    await(() -> isOpen(connection.id()) && window.isIdle());
  }

  private boolean isOpen(String id) {
    return window
        .switchboard()
        .current()
        .get()
        .filter(open -> open.connection().id().equals(id))
        .isPresent();
  }

  private Stream<CodeArea> editors() {
    return lookup(node -> node instanceof CodeArea).queryAllAs(CodeArea.class).stream();
  }
}
