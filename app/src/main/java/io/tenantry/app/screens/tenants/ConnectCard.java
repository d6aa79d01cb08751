package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.cards.Facts;
import io.tenantry.app.controls.code.CodeBlock;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Secret;
import io.tenantry.contract.tenants.TenantConnection;
import io.tenantry.contract.tenants.TenantDatabase;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How programs connect to one database of a tenant: where it is, the password, code. UI thread. */
final class ConnectCard {
  private ConnectCard() {}

  /**
   * Builds the card.
   *
   * @param rotation replaces the password
   * @param openConnections leads to where the endpoint is started
   */
  static VBox of(TenantDatabase database, Node rotation, Runnable openConnections) {
    VBox content = Panels.column();
    database
        .connection()
        .ifPresentOrElse(
            connection -> fill(content, connection, rotation, openConnections),
            () -> content.getChildren().add(Labels.muted(Text.of("tenant.connect.closed"))));
    return Panels.section(Text.of("tenant.connect", database.blueprint()), content);
  }

  private static void fill(
      VBox content, TenantConnection connection, Node rotation, Runnable openConnections) {
    ConnectSamples samples = new ConnectSamples(connection);
    if (!samples.isServed()) {
      content
          .getChildren()
          .add(
              new Callout(
                      Tone.INFO,
                      Text.of("tenant.connect.file"),
                      Text.of("tenant.connect.file.text"))
                  .action(Buttons.normal(Text.of("tenant.connect.start"), openConnections)));
    }
    content
        .getChildren()
        .addAll(
            new Facts()
                .mono(Text.of("tenant.connect.address"), connection.connectionString())
                .mono(Text.of("tenant.connect.database"), connection.database())
                .node(
                    Text.of("tenant.connect.password"), password(connection.authToken(), rotation)),
            CodeBlock.tabs(samples.all()));
  }

  private static Node password(Optional<Secret> token, Node rotation) {
    return token
        .<Node>map(
            secret -> {
              CopyField field =
                  CopyField.secret(secret.value()).named(Text.of("tenant.connect.password"));
              HBox.setHgrow(field, Priority.ALWAYS);
              return Panels.row(field, rotation);
            })
        .orElseGet(() -> Labels.muted(Text.of("tenant.connect.noPassword")));
  }
}
