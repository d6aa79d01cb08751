package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.tenants.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every screen of the console is sound in every theme, in a large and in a small window. */
class ScreensLookTest extends FxTest {
  @TempDir static Path folder;

  private Console console;
  private ConsoleWindow app;
  private Scene scene;
  private String deployment = "";

  @BeforeAll
  void startConsole() {
    seed();
    console = fx(() -> new Console(folders(), "1.0.0"));
    app = fx(() -> ConsoleWindow.alone(console));
    scene = show(app.view().root());
    run(() -> app.start(_ -> {}));
    await(() -> app.switchboard().current().get().isPresent() && app.isIdle());
  }

  @AfterAll
  void endConsole() {
    run(app::close);
    run(console::close);
  }

  @ParameterizedTest
  @EnumSource
  void everyScreenIsSoundInEveryThemeAndSize(ScreenRoute route) {
    go(route, 1440, 900);
    Screenshots.everyLook("screen-" + route.name().toLowerCase(Locale.ROOT), scene);
  }

  /** Where work begins: the rows of a list, the editor. */
  @ParameterizedTest
  @CsvSource({
    "WORKSPACES, .table-view",
    "BLUEPRINTS, .table-view",
    "DEPLOYMENTS, .table-view",
    "TENANTS, .table-view",
    "CONNECTIONS, .connection-list"
  })
  void workBeginsInTheUpperPartOfTheWindow(ScreenRoute route, String content) {
    go(route, 1440, 900);
    Node work =
        lookup(content).queryAll().stream().filter(Node::isVisible).findFirst().orElseThrow();
    assertThat(fx(() -> work.localToScene(work.getLayoutBounds()).getMinY()))
        .isLessThanOrEqualTo(150);
  }

  private void go(ScreenRoute route, int width, int height) {
    run(
        () -> {
          stage().setWidth(width);
          stage().setHeight(height);
          app.navigator().go(new Place(route, subjectOf(route)));
        });
    await(app::isIdle);
  }

  private String subjectOf(ScreenRoute route) {
    return switch (route) {
      case WORKSPACE, DIFF, BLUEPRINT -> SeededEngine.FINTECH.value();
      case DEPLOYMENT -> deployment;
      case PATTERN -> "INSERT INTO users (email, name) VALUES (?)";
      case BACKUP, TENANT -> "tenant-001";
      default -> "";
    };
  }

  private void seed() {
    connections();
    try (SeededEngine engine = new SeededEngine(folders().data())) {
      engine.fintech().tenants(30);
      engine.run(new TenantId("tenant-007"), "DELETE FROM accounts");
      engine.change("ALTER TABLE users ADD COLUMN phone TEXT");
      var job = engine.project().deployments().create(new CreateDeployment(SeededEngine.FINTECH));
      deployment = job.jobId().value();
      engine.change("CREATE INDEX users_phone ON users (phone)");
    }
  }

  /** Connections to engines that are not there, in two groups. */
  private static void connections() {
    String line =
        """
        {"id":"%s","name":"%s","url":"%s","colour":"%s","group":"%s","guard":"%s"}\
        """;
    String all =
        String.join(
            ",",
            line.formatted(
                "eu", "Prod EU", "https://eu.example.com:8443", "RED", "Production", "TYPED"),
            line.formatted(
                "us", "Prod US", "https://us.example.com:8443", "AMBER", "Production", "CONFIRM"),
            line.formatted(
                "st", "Staging", "https://st.example.com:8443", "BLUE", "Staging", "READ_ONLY"));
    try {
      Files.createDirectories(folders().config());
      Files.writeString(
          folders().config().resolve("connections.json"), "{\"connections\":[" + all + "]}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Folders folders() {
    return new Folders(folder.resolve("data"), folder.resolve("config"));
  }
}
