package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.avatar.Avatar;
import io.tenantry.app.controls.tables.CellNode;
import io.tenantry.contract.tenants.TenantStatus;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The name of a tenant in the list, behind its avatar. UI thread. */
final class TenantName implements CellNode.Brush<ListedTenant> {
  private final Avatar avatar = new Avatar(Avatar.Size.ROW);
  private final Label label = new Label("", avatar);

  TenantName() {
    label.getStyleClass().add("row-name");
  }

  @Override
  public Node draw(ListedTenant row) {
    avatar.show(row.id().value()).suspended(row.status() == TenantStatus.SUSPENDED);
    label.setText(row.id().value());
    return label;
  }
}
