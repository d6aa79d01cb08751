package io.tenantry.app.screens.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.ModalHost;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.FxTaskRunner;
import io.tenantry.contract.Project;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.tenants.TenantId;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoQuestionTest extends FxTest {
  @TempDir Path folder;

  private final AtomicInteger wanted = new AtomicInteger();
  private final FxTaskRunner tasks = new FxTaskRunner();
  private SeededEngine engine;
  private UndoQuestion question;

  @BeforeEach
  void build() {
    wanted.set(0);
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(3);
    Project project = engine.project();
    ModalHost host = fx(() -> new ModalHost(new Pane()));
    Dialogs dialogs = new Dialogs(host);
    Notices notices = new Notices();
    question =
        new UndoQuestion(
            project.deployments(),
            project.blueprints(),
            project.queries(),
            tasks,
            dialogs,
            new WriteGuard(dialogs, notices),
            new ErrorPresenter(notices));
    show(host);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void itSaysInHowManyTenantsThereIsSomethingToLoseAndAsksForTheBlueprintsName() {
    engine.change("ALTER TABLE users ADD COLUMN phone TEXT");
    engine.change("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
    Deployment done = deployed();
    engine.run(new TenantId("tenant-002"), "UPDATE users SET phone = '123'");
    run(() -> question.ask(done, wanted::incrementAndGet));
    await(() -> lookup(".dialog-sheet .typed-name").tryQuery().isPresent());
    assertThat(said())
        .contains("Undo fintech 1.3 on 3 tenants?")
        .contains("drops column users.phone with its values; 1 of 3 tenants has something in it")
        .contains("drops table notes with its rows; no tenant has anything in it");
    write("fintech");
    clickOn("Undo 3 tenants");
    assertThat(wanted).hasValue(1);
  }

  @Test
  void whatIsFilledInsteadOfBroughtBackIsSaidAndCounted() {
    engine.change("ALTER TABLE users ADD COLUMN plan TEXT NOT NULL DEFAULT 'free'");
    deployed();
    engine.run(new TenantId("tenant-002"), "UPDATE users SET plan = 'gold'");
    engine.change("ALTER TABLE users DROP COLUMN plan; DROP TABLE transactions");
    Deployment done = deployed();
    run(() -> question.ask(done, wanted::incrementAndGet));
    await(() -> lookup("Undo 3 tenants").tryQuery().isPresent());
    assertThat(said())
        .contains("users.plan gets 'free' in every row, 3 rows in 3 tenants: its old values")
        .contains("transactions comes back without its rows")
        .contains("users.plan with its values · 3 values in 3 tenants · not taken back")
        .contains("The copies of 3 tenants from before the deployment have all of it");
  }

  @Test
  void whatStaysFilledIsSaidWithTheCopiesThatHaveItAsItWas() {
    engine.change("ALTER TABLE users ADD COLUMN plan TEXT");
    deployed();
    engine.change(
        "ALTER TABLE users RENAME COLUMN plan TO former;"
            + " ALTER TABLE users ADD COLUMN plan TEXT NOT NULL DEFAULT '-';"
            + " UPDATE users SET plan = coalesce(former, 'free'), former = coalesce(former, '?')");
    Deployment done = deployed();
    run(() -> question.ask(done, wanted::incrementAndGet));
    await(() -> lookup("Undo 3 tenants").tryQuery().isPresent());
    assertThat(said())
        .contains("verwrites values of users.plan · 3 values in 3 tenants · not taken back")
        .contains("The copies of 3 tenants from before the deployment have all of it");
  }

  @Test
  void whatLosesNothingIsAskedAboutWithoutAName() {
    engine.change("CREATE INDEX users_name ON users (name)");
    Deployment done = deployed();
    run(() -> question.ask(done, wanted::incrementAndGet));
    await(() -> lookup("Undo 3 tenants").tryQuery().isPresent());
    assertThat(said()).contains("3 tenants from 1.2 to 1.1").doesNotContain("This is lost");
    clickOn("Undo 3 tenants");
    assertThat(wanted).hasValue(1);
  }

  private String said() {
    return fx(
        () ->
            String.join(
                "\n",
                lookup(".dialog-sheet .label").queryAllAs(Label.class).stream()
                    .map(Label::getText)
                    .toList()));
  }

  private Deployment deployed() {
    Deployment started =
        engine.project().deployments().create(new CreateDeployment(SeededEngine.FINTECH));
    await(() -> engine.project().deployments().get(started.jobId()).status().ended());
    return engine.project().deployments().get(started.jobId());
  }
}
