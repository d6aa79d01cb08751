package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.avatar.Avatar;
import io.tenantry.app.controls.tables.CellNode;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.contract.tenants.TenantId;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The tenant of a row, behind its avatar. UI thread. */
final class NameWithAvatar<R> implements CellNode.Brush<R> {
  private final Function<R, TenantId> tenant;
  private final Avatar avatar = new Avatar(Avatar.Size.ROW);
  private final Label label = new Label("", avatar);

  NameWithAvatar(Function<R, TenantId> tenant) {
    this.tenant = tenant;
    label.getStyleClass().add("row-name");
  }

  static <R> DataColumn<R, String> column(String title, Function<R, TenantId> tenant) {
    return DataColumn.<R>drawn(
            title, row -> tenant.apply(row).value(), () -> new NameWithAvatar<>(tenant))
        .named("tenant");
  }

  @Override
  public Node draw(R row) {
    avatar.show(tenant.apply(row).value());
    label.setText(tenant.apply(row).value());
    return label;
  }
}
