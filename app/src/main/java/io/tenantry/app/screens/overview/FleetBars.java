package io.tenantry.app.screens.overview;

import io.tenantry.app.navigation.Navigator;
import io.tenantry.contract.tenants.TenantCounts;
import io.tenantry.contract.tenants.TenantCounts.OfBlueprint;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** All blueprints with their tenants by version; many of them scroll. UI thread. */
final class FleetBars extends ScrollPane {
  private final Navigator navigator;
  private final VBox lines = new VBox();
  private final Map<WorkspaceName, BlueprintLine> known = new HashMap<>();

  FleetBars(Navigator navigator) {
    this.navigator = navigator;
    lines.getStyleClass().add("blueprint-lines");
    setContent(lines);
    setFitToWidth(true);
    getStyleClass().addAll("edge-to-edge", "fleet-bars");
  }

  /** Shows them; a line that is there already keeps its node, and the focus in it. */
  void show(TenantCounts counts) {
    List<OfBlueprint> all = counts.blueprints();
    known.keySet().retainAll(all.stream().map(OfBlueprint::blueprint).toList());
    List<BlueprintLine> wanted = all.stream().map(this::line).toList();
    if (!lines.getChildren().equals(wanted)) {
      lines.getChildren().setAll(wanted);
    }
  }

  private BlueprintLine line(OfBlueprint blueprint) {
    BlueprintLine line =
        known.computeIfAbsent(blueprint.blueprint(), _ -> new BlueprintLine(navigator));
    line.show(blueprint);
    return line;
  }
}
