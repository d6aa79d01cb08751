package io.tenantry.app.screens.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.ModalHost;
import io.tenantry.app.dialogs.NoFileDialogs;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreateWorkspaceSheetTest extends FxTest {
  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private SeededEngine engine;
  private Dialogs dialogs;
  private Scene scene;

  @BeforeEach
  void build() {
    engine = new SeededEngine(folder.resolve("data"));
    ModalHost host = fx(() -> new ModalHost(new Pane()));
    dialogs = new Dialogs(host);
    scene = show(host);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void theLineOfAScriptThatFailedHasTheKeyboard() throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("shop.sql"), "CREATE TABLE a (x);\n\nCREATE TABLE a (y);\n");
    CreateWorkspaceViewModel model =
        new CreateWorkspaceViewModel(
            engine.project().workspaces(),
            ProjectMemory.open(folder.resolve("memory"), tasks).texts(),
            tasks,
            List.of());
    run(
        () ->
            new CreateWorkspaceSheet(
                    model,
                    dialogs,
                    new NoFileDialogs(),
                    new WriteGuard(dialogs, new Notices()),
                    _ -> {})
                .openWith(script));
    run(() -> model.nameProperty().set("shop"));
    settle();
    clickOn("Create workspace");
    await(() -> scene.getFocusOwner() instanceof CodeArea);
    assertThat(fx(() -> ((CodeArea) scene.getFocusOwner()).getCurrentParagraph())).isEqualTo(2);
  }
}
