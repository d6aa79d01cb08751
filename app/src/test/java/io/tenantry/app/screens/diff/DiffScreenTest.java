package io.tenantry.app.screens.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.page.Screen;
import io.tenantry.app.screens.Stand;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffScreenTest extends FxTest {
  @TempDir static Path folder;

  private SeededEngine engine;
  private Stand stand;
  private Scene scene;

  @BeforeAll
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(12);
    stand = fx(() -> new Stand(engine.project(), folder.resolve("config")));
    scene = show(stand.root());
  }

  @AfterAll
  void close() {
    engine.close();
  }

  @Test
  void changesAreSeenComparedSkippedAndDeployed() {
    run(() -> stand.show(Route.DIFF, "fintech"));
    settle();
    assertThat(lookup("Nothing to deploy").tryQuery()).isPresent();
    engine.change(
        """
        CREATE TABLE cards (
          id INTEGER PRIMARY KEY,
          account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
          last4 TEXT NOT NULL CHECK (length(last4) = 4)
        );
        CREATE INDEX cards_account_id ON cards (account_id);
        ALTER TABLE users ADD COLUMN phone TEXT\
        """);
    engine.change("ALTER TABLE accounts DROP COLUMN name");
    Screen screen = fx(() -> stand.show(Route.DIFF, "fintech"));
    settle();
    ListView<?> list = lookup(".change-list").queryListView();
    assertThat(list.getItems()).hasSize(4);
    clickOn("users.phone");
    push(KeyCode.N);
    assertThat(fx(() -> list.getSelectionModel().getSelectedIndex())).isEqualTo(3);
    Screenshots.take("diff", scene);
    run(() -> screen.commands().get(2).run().run());
    settle();
    Screenshots.take("diff-structure", scene);
    run(() -> screen.commands().get(1).run().run());
    run(() -> list.lookupAll(".small").stream().map(Button.class::cast).findFirst().get().fire());
    settle();
    assertThat(list.getItems()).hasSizeLessThanOrEqualTo(4);
    clickOn("Deploy …");
    assertThat(fx(stand::place)).isEqualTo(new Place(Route.DEPLOYMENTS, "fintech"));
  }
}
