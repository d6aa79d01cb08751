package io.tenantry.app.screens.overview;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.figures.ShareBar;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantCounts.OfBlueprint;
import io.tenantry.contract.tenants.TenantCounts.OfVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * A blueprint with its tenants by version: the bar in their proportion, and each number in words,
 * which leads to the tenants it counts. UI thread.
 */
final class BlueprintLine extends VBox {
  private static final int NAMED = 5;

  private final Navigator navigator;
  private final HBox head = Panels.row();
  private final ShareBar bar = new ShareBar();
  private final FlowPane words = new FlowPane();
  private Optional<OfBlueprint> shown = Optional.empty();

  BlueprintLine(Navigator navigator) {
    this.navigator = navigator;
    getStyleClass().add("blueprint-line");
    words.getStyleClass().add("version-words");
  }

  void show(OfBlueprint blueprint) {
    if (!shown.equals(Optional.of(blueprint))) {
      shown = Optional.of(blueprint);
      fill(blueprint);
    }
  }

  private void fill(OfBlueprint blueprint) {
    String name = blueprint.blueprint().value();
    Hyperlink title = Buttons.link(name, () -> navigator.go(ScreenRoute.BLUEPRINT, name));
    head.getChildren().setAll(title, Panels.spacer());
    if (blueprint.tenants() == 0) {
      head.getChildren()
          .addAll(
              Labels.caption(Text.of("overview.blueprint.none")),
              Buttons.link(
                  Text.of("overview.blueprint.create"),
                  () -> navigator.go(ScreenRoute.TENANTS, PlaceSubjects.newTenants(name))));
      getChildren().setAll(head);
      return;
    }
    head.getChildren().addAll(standing(blueprint), tenants(blueprint));
    bar.show(
        blueprint.versions().reversed().stream().map(each -> share(blueprint, each)).toList(),
        share -> navigator.go(ScreenRoute.TENANTS, PlaceSubjects.tenantsOn(name, share.name())));
    words.getChildren().setAll(versions(blueprint));
    getChildren().setAll(head, bar, words);
  }

  private Node standing(OfBlueprint blueprint) {
    long behind = blueprint.behind();
    if (behind == 0) {
      return Labels.caption(Text.of("overview.blueprint.latest", blueprint.latest()));
    }
    return leading(
        Text.of("overview.blueprint.behind", Figures.count(behind)),
        PlaceSubjects.tenantsBehind(blueprint.blueprint().value()));
  }

  private Node tenants(OfBlueprint blueprint) {
    return leading(
        Figures.count(blueprint.tenants(), "tenant", "tenants"),
        PlaceSubjects.tenantsOf(blueprint.blueprint().value()));
  }

  private static ShareBar.Share share(OfBlueprint blueprint, OfVersion each) {
    return new ShareBar.Share(
        each.version().toString(),
        each.tenants(),
        Text.of(
            "overview.version", each.version(), Figures.count(each.tenants(), "tenant", "tenants")),
        each.version().equals(blueprint.latest()));
  }

  private List<Node> versions(OfBlueprint blueprint) {
    String name = blueprint.blueprint().value();
    List<OfVersion> all = blueprint.versions();
    int named = all.size() <= NAMED + 1 ? all.size() : NAMED;
    List<Node> links = new ArrayList<>();
    for (OfVersion each : all.subList(0, named)) {
      links.add(
          leading(
              Text.of("overview.version", each.version(), Figures.count(each.tenants())),
              PlaceSubjects.tenantsOn(name, each.version().toString())));
    }
    if (named < all.size()) {
      String oldest = all.get(named - 1).version().toString();
      long rest = all.subList(named, all.size()).stream().mapToLong(OfVersion::tenants).sum();
      links.add(
          leading(
              Text.of("overview.version.older", Figures.count(rest)),
              PlaceSubjects.tenantsBefore(name, oldest)));
    }
    return links;
  }

  private Hyperlink leading(String text, String subject) {
    Hyperlink link = Buttons.link(text, () -> navigator.go(ScreenRoute.TENANTS, subject));
    link.setMinWidth(USE_PREF_SIZE);
    return link;
  }
}
