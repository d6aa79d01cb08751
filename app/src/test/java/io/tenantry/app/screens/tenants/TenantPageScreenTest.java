package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.fx.Command;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.screens.StrayTool;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantConnection;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** The page of one tenant, and the ways to it. */
class TenantPageScreenTest extends ScreenTest {
  private static final TenantId TENANT = new TenantId("tenant-001");
  private static final TenantId MOVED = new TenantId("tenant-003");

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().tenants(6);
    fresh.change("ALTER TABLE users ADD COLUMN phone TEXT");
    fresh.project().deployments().create(new CreateDeployment(SeededEngine.FINTECH));
    await(
        () ->
            fresh.project().deployments().list().stream().allMatch(each -> each.status().ended()));
    fresh.change("CREATE INDEX users_phone ON users (phone)");
    fresh.project().tenants().suspend(new TenantId("tenant-002"));
  }

  private Scene page(TenantId tenant, String tab) {
    return open(ScreenRoute.TENANT, PlaceSubjects.tab(tenant.value(), tab));
  }

  private void press(String text) {
    Node button = awaitNode(text);
    run(() -> ((ButtonBase) button).fire());
  }

  @Test
  void theHeadSaysHowItStandsAndHowFarItIsBehind() {
    Scene scene = page(TENANT, "overview");
    awaitNode("1 behind");
    await(() -> shown().head().captionProperty().get().endsWith("L1"));
    awaitNode(".code-pane");
    Screenshots.everyLook("tenant-overview", scene);
    Screenshots.take("tenant", scene);

    run(() -> command("Bring to latest…").run().run());

    awaitNode(".dialog-sheet");
    await(() -> said().contains("CREATE INDEX users_phone"));
    assertThat(lookup(".dialog-sheet .text-area").queryAs(TextInputControl.class).getText())
        .isEqualTo(TENANT.value());
    Screenshots.everyLook("tenant-to-latest", scene);
    push(KeyCode.ESCAPE);
    await(() -> lookup(".dialog-sheet").queryAll().isEmpty());
  }

  private String said() {
    StringBuilder said = new StringBuilder();
    run(
        () ->
            lookup(".dialog-sheet .text")
                .queryAllAs(Text.class)
                .forEach(text -> said.append(text.getText())));
    return said.toString();
  }

  private Command command(String title) {
    return fx(
        () ->
            Stream.concat(
                    shown().head().actions().stream().map(action -> action.command()),
                    shown().head().menu().stream().map(action -> action.command()))
                .filter(command -> command.title().equals(title))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void thePasswordIsMaskedUntilItIsShownAndCopiedInFull() {
    page(TENANT, "overview");
    awaitNode(".code-pane");
    TenantConnection connection =
        engine.project().tenants().get(TENANT).databases().getFirst().connection().orElseThrow();
    String password = connection.authToken().orElseThrow().value();
    assertThat(shownText()).doesNotContain(password);

    run(() -> named("Copy: Address").fire());

    assertThat(fx(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(connection.connectionString());
    run(() -> named("Show or hide").fire());
    assertThat(shownText()).contains(password);
    assertThat(shown().head().captionProperty().get()).doesNotContain(password);
  }

  private ButtonBase named(String name) {
    return lookup(".icon-button").queryAllAs(ButtonBase.class).stream()
        .filter(each -> name.equals(each.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  private String shownText() {
    StringBuilder all = new StringBuilder();
    run(
        () -> {
          lookup(".label").queryAllAs(Labeled.class).forEach(each -> all.append(each.getText()));
          lookup(".text-input")
              .queryAllAs(TextInputControl.class)
              .forEach(each -> all.append(each.getText()));
          lookup(".text").queryAllAs(Text.class).forEach(each -> all.append(each.getText()));
        });
    return all.toString();
  }

  @Test
  void itsDeploymentsAreListedWithTheirOutcomeAndLeadToThem() {
    Scene scene = page(TENANT, "deployments");
    awaitNode("Done");
    Screenshots.everyLook("tenant-deployments", scene);
    run(() -> lookup(".data-table").queryTableView().requestFocus());
    push(KeyCode.HOME);
    push(KeyCode.ENTER);
    await(() -> place().route() == ScreenRoute.DEPLOYMENT);
  }

  @Test
  void itsRowsAreBrowsedAndOpenedInQuery() {
    long asked = engine.project().logs().stats(TENANT).totalQueries();
    Scene scene = page(TENANT, "data");
    awaitNode("users");
    clickOn("users");
    awaitNode("Ada Lovelace");
    assertThat(engine.project().logs().stats(TENANT).totalQueries()).isEqualTo(asked);
    Screenshots.everyLook("tenant-data", scene);

    run(() -> lookup("Open in query").queryAs(Hyperlink.class).fire());

    await(() -> place().route() == ScreenRoute.QUERY);
    assertThat(place().subject()).startsWith(TENANT + "/fintech\nSELECT * FROM ");
  }

  @Test
  void aDriftIsComparedSideBySideAndForcedBackWithItsLosses() {
    TenantId strayed = new TenantId("tenant-004");
    StrayTool.change(
        engine, strayed, "ALTER TABLE users ADD COLUMN stray TEXT", "UPDATE users SET stray = 'x'");
    Scene scene = page(strayed, "schema");
    press("Check now");
    awaitNode("Force back…");
    awaitNode("users");
    Screenshots.everyLook("tenant-drift", scene);

    press("Force back…");

    awaitNode(".dialog-sheet");
    run(() -> lookup(".dialog-sheet .button.danger").queryButton().fire());
    await(() -> said().contains("drops column users.stray with its values"));
    Screenshots.everyLook("tenant-drift-loss", scene);
    run(
        () ->
            lookup(".dialog-sheet .text-field")
                .queryAs(TextInputControl.class)
                .setText(strayed.value()));
    run(() -> lookup(".dialog-sheet .button.danger").queryButton().fire());
    await(() -> driftOf(strayed).isEmpty());
  }

  private List<TenantDrift> driftOf(TenantId tenant) {
    return engine
        .project()
        .drift()
        .list(SeededEngine.FINTECH, Set.of(), PageRequest.all())
        .items()
        .stream()
        .filter(each -> each.tenantId().equals(tenant))
        .toList();
  }

  @Test
  void itsQueriesAreListedOneByOneAndByPattern() {
    engine.run(TENANT, "SELECT * FROM users WHERE id = 7");
    engine.run(new TenantId("tenant-005"), "SELECT name FROM accounts");
    Scene scene = page(TENANT, "queries");
    awaitNode("SELECT * FROM users WHERE id = 7");
    assertThat(shownText()).doesNotContain("SELECT name FROM accounts");
    Screenshots.everyLook("tenant-queries", scene);

    run(
        () ->
            lookup("Patterns").queryAll().stream()
                .filter(Toggle.class::isInstance)
                .map(Toggle.class::cast)
                .forEach(each -> each.setSelected(true)));

    awaitNode("SELECT * FROM users WHERE id = ?");
    Screenshots.everyLook("tenant-patterns", scene);
  }

  @Test
  void itsBackupsAreTakenOnItsPageAndSeenInItsLife() {
    TenantId backedUp = new TenantId("tenant-006");
    Scene scene = page(backedUp, "backups");
    awaitNode("No backup yet");
    press("Back up");
    await(
        () ->
            engine.project().backups().list(backedUp).stream()
                .anyMatch(each -> each.status() == BackupStatus.DONE));
    awaitNode("By hand");
    Screenshots.everyLook("tenant-backups", scene);
    page(backedUp, "overview");
    awaitNode("Backed up");
    awaitNode("Created");
    awaitNode("fintech 1.2 deployed");
    Screenshots.everyLook("tenant-life", scene);
  }

  @Test
  void aTenantKeepsItsTabAndAnotherOneOpensOnOverviewWithNothingOfTheOneBefore() {
    page(TENANT, "deployments");
    awaitNode("Done");
    show("tenant-005");
    awaitNode(".code-pane");
    assertThat(shownText()).doesNotContain(TENANT.value());
    open(ScreenRoute.TENANT, TENANT.value());
    awaitNode("1 deployment");
  }

  private void show(String subject) {
    run(
        () -> {
          shown().hidden();
          shown().shown(subject);
        });
  }

  @Test
  void itIsMovedToAHostOfItsOwn() {
    Scene scene = page(MOVED, "settings");
    awaitNode("Move");
    ComboBox<?> homes = lookup(".combo-box").queryAs(ComboBox.class);
    run(() -> homes.getSelectionModel().select(1));
    Screenshots.everyLook("tenant-settings", scene);

    press("Move");

    awaitNode("Moved");
    await(() -> engine.project().tenants().get(MOVED).status() == TenantStatus.READY);
    assertThat(engine.project().tenants().get(MOVED).databases().getFirst().isolationLevel())
        .isEqualTo(2);
    Screenshots.everyLook("tenant-moved", scene);
  }

  @Test
  void itsPasswordIsRotatedWhereItIsShownAndAskedAboutFirst() {
    TenantId rotated = new TenantId("tenant-004");
    Scene scene = page(rotated, "overview");
    awaitNode("Rotate…");
    Object before = engine.project().tenants().get(rotated).databases();
    Screenshots.everyLook("tenant-overview-rotate", scene);

    press("Rotate…");
    awaitNode("Give tenant-004 a new password?");
    Screenshots.everyLook("tenant-rotate", scene);
    press("Rotate password");

    await(() -> !before.equals(engine.project().tenants().get(rotated).databases()));
    page(rotated, "settings");
    awaitNode("Rotate…");
    Screenshots.everyLook("tenant-settings-access", scene);
  }

  @Test
  void oneThatIsSuspendedSaysSinceWhenAndIsResumed() {
    TenantId suspended = new TenantId("tenant-002");
    Scene scene = page(suspended, "overview");
    await(() -> shown().head().captionProperty().get().startsWith("Suspended since"));
    Screenshots.everyLook("tenant-suspended", scene);

    run(() -> command("Resume").run().run());

    await(() -> engine.project().tenants().get(suspended).status() == TenantStatus.READY);
    awaitNode(".code-pane");
  }

  @Test
  void oneThatDoesNotExistLeadsBackToTheOthers() {
    open(ScreenRoute.TENANT, "nobody");
    press("All tenants");
    await(() -> place().equals(Place.of(ScreenRoute.TENANTS)));
  }
}
