package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.state.Count;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.ErrorGroup;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The failures of a deployment by reason, the most frequent first. UI thread. */
final class DeploymentFailures extends VBox {
  private static final int MOST_LINKS = 200;

  private final VBox groups = new VBox();
  private final Consumer<TenantId> onOpen;
  private final BiConsumer<String, Consumer<List<DeploymentTenant>>> all;
  private List<ErrorGroup> shown = List.of();

  /**
   * Creates it.
   *
   * @param onOpen opens a tenant
   * @param all finds the tenants that failed for a reason
   */
  DeploymentFailures(
      Consumer<TenantId> onOpen, BiConsumer<String, Consumer<List<DeploymentTenant>>> all) {
    this.onOpen = onOpen;
    this.all = all;
    getStyleClass().addAll("card", "deployment-failures");
    groups.getStyleClass().add("failure-groups");
    getChildren().addAll(Labels.heading(Text.of("deployment.failures")), groups);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void show(List<ErrorGroup> found) {
    setVisible(!found.isEmpty());
    if (!found.equals(shown)) {
      shown = found;
      groups.getChildren().setAll(found.stream().map(this::group).toList());
    }
  }

  private Node group(ErrorGroup group) {
    Label message = Labels.mono(group.reason());
    message.setWrapText(true);
    message.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(message, Priority.ALWAYS);
    HBox head = Panels.row(message, Count.ofFailures(group.count()));
    FlowPane names = new FlowPane();
    names.getStyleClass().add("failure-names");
    group.tenants().forEach(tenant -> names.getChildren().add(link(tenant)));
    int more = group.count() - group.tenants().size();
    if (more > 0) {
      Hyperlink further =
          Buttons.link(Text.of("deployment.more", Figures.count(more)), () -> expand(group, names));
      names.getChildren().add(further);
    }
    VBox box = new VBox(head, names);
    box.getStyleClass().add("failure-group");
    return box;
  }

  private void expand(ErrorGroup group, FlowPane names) {
    all.accept(
        group.reason(),
        tenants -> {
          names.getChildren().clear();
          tenants.stream()
              .limit(MOST_LINKS)
              .forEach(tenant -> names.getChildren().add(link(tenant.tenantId())));
          int more = group.count() - names.getChildren().size();
          if (more > 0) {
            names.getChildren().add(Labels.muted(Text.of("deployment.more", Figures.count(more))));
          }
        });
  }

  private Hyperlink link(TenantId tenant) {
    return Buttons.link(tenant.value(), () -> onOpen.accept(tenant));
  }
}
