package io.tenantry.app.screens.blueprints;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.Screen;
import io.tenantry.app.screens.Stand;
import io.tenantry.contract.tenants.CreateTenants;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlueprintsScreenTest extends FxTest {
  @TempDir Path folder;

  private SeededEngine engine;
  private Stand stand;
  private Scene scene;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(12);
    engine.change("ALTER TABLE users ADD COLUMN phone TEXT");
    engine.change("CREATE TABLE cards (id INTEGER PRIMARY KEY, last4 TEXT NOT NULL)");
    more("acme", "globex", "initech", "umbrella", "wayne");
    engine.change("DROP TABLE transactions");
    more("hooli", "stark", "tyrell");
    stand = fx(() -> new Stand(engine.project(), folder.resolve("config")));
    scene = show(stand.root());
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void more(String... ids) {
    engine
        .project()
        .tenants()
        .createMany(
            new CreateTenants(
                List.of(ids), List.of(TenantDatabaseRequest.shared(SeededEngine.FINTECH))));
  }

  @Test
  void theListLeadsToABlueprint() {
    run(() -> stand.show(ScreenRoute.BLUEPRINTS, ""));
    settle();
    assertThat(lookup("17 behind").tryQuery()).isPresent();
    Screenshots.take("blueprints", scene);
    clickOn("fintech").push(KeyCode.ENTER);
    assertThat(fx(stand::place)).isEqualTo(new Place(ScreenRoute.BLUEPRINT, "fintech"));
  }

  @Test
  void aVersionIsLookedAtComparedAndExported() {
    Screen screen = fx(() -> stand.show(ScreenRoute.BLUEPRINT, "fintech"));
    settle();
    clickOn("1.2");
    assertThat(lookup("Version 1.2").tryQuery()).isPresent();
    Screenshots.take("blueprint", scene);
    Screenshots.everyLook("blueprint", scene);
    run(
        () ->
            screen.commands().stream()
                .filter(command -> command.keys().equals("Alt+3"))
                .forEach(command -> command.run().run()));
    settle();
    Screenshots.take("blueprint-compare", scene);
    Screenshots.everyLook("blueprint-compare", scene);
    Path file = folder.resolve("fintech.sql");
    run(() -> stand.choose(file));
    clickOn("Export .sql…");
    settle();
    assertThat(file).content().contains("version 1.2", "ADD COLUMN phone");
    clickOn("1.1");
    settle();
    clickOn(".version-head .hyperlink");
    assertThat(fx(stand::place))
        .isEqualTo(new Place(ScreenRoute.TENANTS, "blueprint:fintech version:1.1"));
  }

  @Test
  void failedAndLoadingAreWholeInEveryLook() {
    run(() -> stand.show(ScreenRoute.BLUEPRINT, "gone"));
    settle();
    assertThat(lookup("Try again").tryQuery()).isPresent();
    Screenshots.everyLook("blueprint-failed", scene);
    run(stand.tasks()::hold);
    run(() -> stand.show(ScreenRoute.BLUEPRINT, "fintech"));
    await(() -> lookup(".skeleton").tryQuery().isPresent());
    Screenshots.everyLook("blueprint-loading", scene);
  }
}
