package io.tenantry.app.tour;

import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.Route;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Every place of the console, empty and full, with each of its tabs, menus and dialogs, pictured in
 * every look. What a button does at once it does; what changes data asks first and is left.
 */
public final class DoorsTour implements Tour {
  private static final int TENANTS = 12;

  private final String sampleSql;
  private final List<Look> looks;

  /**
   * Creates it.
   *
   * @param sampleSql a schema to import besides the template
   * @param looks what pictures are kept
   */
  public DoorsTour(String sampleSql, List<Look> looks) {
    this.sampleSql = sampleSql;
    this.looks = looks;
  }

  @Override
  public String name() {
    return "doors";
  }

  @Override
  public String title() {
    return "every screen, tab and dialog";
  }

  @Override
  public void run(TourEngine engine, TourWindow window, TourLog log) throws Exception {
    Doors doors = new Doors(window, log, looks);
    log.step("Empty: every place before there is anything");
    for (Route route : Route.values()) {
      if (route.parent().isEmpty()) {
        doors.show("empty-" + word(route), Place.of(route));
      }
    }
    log.step("Full: " + TENANTS + " tenants, a deployment that failed for one, pending changes");
    Deployment deployment = log.timed("filled", () -> fill(engine.open(Credential.owner())));
    for (Route route : Route.values()) {
      doors.show(word(route), placeOf(route, deployment));
    }
    log.step("Doors: every button and every menu item, with changes that ask first");
    window.ui(
        () -> {
          window.askBeforeChanges();
          return true;
        });
    for (Route route : Route.values()) {
      doors.press(word(route), placeOf(route, deployment));
    }
    log.step("Everywhere: the palette and the keys");
    doors.open("palette", window::openPalette);
    doors.open("keys", () -> typeQuestionMark(window.scene().getRoot()));
    log.fact(doors.opened().size() + " dialogs");
    MainTour.expect(
        doors.wrong().isEmpty(), "nothing fails, but:\n" + String.join("\n", doors.wrong()));
  }

  private Deployment fill(Project project) throws InterruptedException {
    Estate estate = new Estate(project, new TourData());
    estate.fintech();
    estate.clinic(sampleSql);
    List<TenantId> tenants =
        estate
            .tenants(IntStream.rangeClosed(1, TENANTS).mapToObj("tenant-%02d"::formatted).toList())
            .created()
            .stream()
            .map(tenant -> tenant.tenantId())
            .toList();
    tenants.forEach(estate::fill);
    estate.spoil(tenants.get(4));
    estate.change();
    Deployment deployment = estate.deploy();
    estate.change("ALTER TABLE users ADD COLUMN birthday TEXT; DROP TABLE cards;");
    return deployment;
  }

  private static Place placeOf(Route route, Deployment deployment) {
    return switch (route) {
      case WORKSPACE, DIFF, BLUEPRINT -> new Place(route, Estate.FINTECH.value());
      case DEPLOYMENT -> new Place(route, deployment.jobId().value());
      case QUERY -> MainTour.query();
      case WORKSPACES, BLUEPRINTS, DEPLOYMENTS, TENANTS, CONNECTIONS, SETTINGS -> Place.of(route);
    };
  }

  private static void typeQuestionMark(Node root) {
    root.fireEvent(
        new KeyEvent(KeyEvent.KEY_TYPED, "?", "?", KeyCode.UNDEFINED, true, false, false, false));
  }

  private static String word(Route route) {
    return route.name().toLowerCase(Locale.ROOT);
  }
}
