package io.tenantry.app.screens.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.ScreenTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.controls.figures.StatTile;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.tenants.TenantConcern;
import io.tenantry.contract.tenants.TenantCounts;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

/** The first page on a real engine: what it counts is what the lists behind it show. */
class OverviewScreenTest extends ScreenTest {
  private static final Pattern NUMBER = Pattern.compile("([\\d,]+)( [a-z]+)?$");
  private static final String LONG = "new-with-a-very-long-name";
  private static final WorkspaceName SHOP = new WorkspaceName("shop");

  @Override
  protected void seed(SeededEngine fresh) {
    fresh.fintech().tenants(40);
    fresh.run(
        new TenantId("tenant-005"),
        "INSERT INTO accounts (user_id, name, balance) VALUES (1, 'Main', 1)");
    fresh.change("CREATE UNIQUE INDEX accounts_names ON accounts (user_id, name)");
    Deployment started =
        fresh.project().deployments().create(new CreateDeployment(SeededEngine.FINTECH));
    await(() -> fresh.project().deployments().get(started.jobId()).status().ended());
    fresh.change("ALTER TABLE users ADD COLUMN birthday TEXT");
    fresh.empty("new", 3).empty(LONG, 1);
    fresh.run(
        new TenantId(LONG + "-0000"),
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400000)"
            + " SELECT max(i) FROM n");
    fresh.project().tenants().suspend(new TenantId("tenant-007"));
    fresh
        .project()
        .workspaces()
        .create(new CreateWorkspace(SHOP, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    fresh.project().workspaces().importSchema(SHOP, new ImportSchema.FromTemplate("blog"));
  }

  private Scene overview() {
    Scene scene = open(ScreenRoute.OVERVIEW, "");
    awaitNode("fintech");
    awaitNode("Covered");
    await(this::isIdle);
    return scene;
  }

  @Test
  void theLongestNameAndItsFiguresAreWhole() {
    overview();
    assertThat(lookup(".hyperlink").queryAllAs(Labeled.class))
        .filteredOn(link -> link.getText().startsWith(LONG))
        .isNotEmpty()
        .noneMatch(Labeled::isTextTruncated);
    assertThat(lookup(".overview-line .label").queryAllAs(Labeled.class))
        .filteredOn(label -> label.getText().startsWith("p95"))
        .isNotEmpty()
        .noneMatch(Labeled::isTextTruncated);
  }

  /** Everything on the page that is a number and leads to what it counts. */
  private Map<String, ButtonBase> numbers() {
    Map<String, ButtonBase> found = new LinkedHashMap<>();
    Set<StatTile> tiles = lookup(".stat-tile").queryAllAs(StatTile.class);
    tiles.forEach(tile -> found.put(tile.getAccessibleText(), tile));
    Stream.of(".blueprint-line .hyperlink", ".overview-line .hyperlink", ".chart-head .hyperlink")
        .flatMap(query -> lookup(query).queryAllAs(Hyperlink.class).stream())
        .filter(link -> NUMBER.matcher(link.getText()).find())
        .filter(link -> !link.getText().startsWith("tenant-") && !link.getText().startsWith("new-"))
        .forEach(link -> found.put(link.getText() + " " + found.size(), link));
    return found;
  }

  private static long counted(ButtonBase node) {
    String text =
        node instanceof StatTile
            ? ((Labeled) node.lookup(".text-figure")).getText()
            : node.getText();
    Matcher number = NUMBER.matcher(text);
    assertThat(number.find()).as(text).isTrue();
    return Long.parseLong(number.group(1).replace(",", ""));
  }

  @Test
  void everyNumberIsTheLengthOfTheListItLeadsTo() {
    overview();
    List<String> all = List.copyOf(fx(this::numbers).keySet());
    assertThat(all).hasSizeGreaterThan(14);

    for (String name : all) {
      overview();
      ButtonBase node = fx(() -> numbers().get(name));
      assertThat(node).as(name).isNotNull();
      long count = fx(() -> counted(node));
      run(node::fire);
      Place place = place();
      assertThat(place.route()).as(name).isNotEqualTo(ScreenRoute.OVERVIEW);
      open(place.route(), place.subject());
      await(this::isIdle);
      settle();
      long listed =
          fx(
              () ->
                  lookup(".data-table").queryAllAs(TableView.class).stream()
                      .filter(table -> table.getScene() != null)
                      .mapToLong(table -> table.getItems().size())
                      .max()
                      .orElse(0));
      assertThat(listed).as("%s leads to %s", name, place).isEqualTo(count);
    }
  }

  @Test
  void theShownNumbersAreThoseOfTheEngine() {
    overview();

    TenantCounts counts = engine.project().tenants().counts();
    assertThat(tile("Failed")).isEqualTo(counts.with(TenantConcern.FAILED)).isEqualTo(1);
    assertThat(tile("Behind")).isEqualTo(counts.with(TenantConcern.BEHIND)).isPositive();
    assertThat(tile("Drifted")).isZero();
    assertThat(tile("Suspended")).isEqualTo(1);
    awaitNode("44 tenants");
    TenantCounts.OfBlueprint fintech = counts.blueprints().getFirst();
    fintech.versions().forEach(each -> awaitNode(each.version() + " · " + each.tenants()));
    awaitNode(fintech.behind() + " behind");
  }

  private long tile(String name) {
    return fx(
        () ->
            numbers().entrySet().stream()
                .filter(each -> each.getKey().startsWith(name))
                .mapToLong(each -> counted(each.getValue()))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void aRunningDeploymentIsShownAndLeadsToItself() {
    Deployment running;
    try (var held = engine.hold(new TenantId("tenant-009"))) {
      running = engine.project().deployments().create(new CreateDeployment(SeededEngine.FINTECH));
      overview();
      Node link = awaitNode("fintech to 1.3");
      run(((Hyperlink) link)::fire);
      assertThat(place()).isEqualTo(new Place(ScreenRoute.DEPLOYMENT, running.jobId().value()));
      overview();
      awaitNode("fintech to 1.3");
    }
    awaitNode("Nothing is being deployed.");
    await(() -> engine.project().deployments().get(running.jobId()).status().ended());
  }

  @Test
  void looks() {
    Scene scene = overview();
    Screenshots.everyLook("overview", scene);
  }
}
