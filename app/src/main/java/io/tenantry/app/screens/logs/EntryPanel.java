package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.avatar.Avatar;
import io.tenantry.app.controls.cards.Facts;
import io.tenantry.app.controls.code.CodeBlock;
import io.tenantry.app.controls.code.CodeLanguage;
import io.tenantry.app.controls.code.CodeSample;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.state.StateMark;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.logs.ProjectEntry;
import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One query beside the log: its whole text, how it went, and where to go from it. UI thread. */
final class EntryPanel extends VBox {
  private final LogActions actions;
  private final ZoneId zone;
  private final Avatar avatar = new Avatar(Avatar.Size.CRUMB);
  private final Label name = Labels.cutAtEnd(Labels.title(""));
  private final VBox content = Panels.column();
  private final StackPane body = new StackPane();
  private final ScrollPane scroll = new ScrollPane(content);

  /**
   * Creates it.
   *
   * @param zone where the user lives
   * @param close hides it
   */
  EntryPanel(LogActions actions, ZoneId zone, Runnable close) {
    this.actions = actions;
    this.zone = zone;
    content.getStyleClass().add("entry-panel");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(body, Priority.ALWAYS);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    avatar.managedProperty().bind(avatar.visibleProperty());
    HBox head = new HBox(avatar, name, Buttons.icon(Icon.CLOSE, Text.of("logs.close"), close));
    head.getStyleClass().add("panel-head");
    getChildren().addAll(head, body);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            event.consume();
          }
        });
    show(Optional.empty());
  }

  void show(Optional<ProjectEntry> entry) {
    avatar.setVisible(entry.isPresent());
    name.setText(entry.map(row -> row.tenantId().value()).orElse(""));
    entry.ifPresentOrElse(this::fill, () -> body.getChildren().setAll(none()));
  }

  private static Node none() {
    return new EmptyState(Icon.LOGS, Text.of("logs.panel.none"), Text.of("logs.panel.hint"))
        .framed();
  }

  private void fill(ProjectEntry row) {
    avatar.show(row.tenantId().value());
    content
        .getChildren()
        .setAll(
            CodeBlock.of(
                Text.of("logs.panel.statement"),
                CodeSample.of(CodeLanguage.SQL, row.entry().query())));
    row.entry()
        .error()
        .ifPresent(
            error ->
                content
                    .getChildren()
                    .add(new Callout(Tone.DANGER, Text.of("logs.panel.failed"), error)));
    content.getChildren().addAll(facts(row), buttons(row));
    scroll.setVvalue(0);
    body.getChildren().setAll(scroll);
  }

  private Facts facts(ProjectEntry row) {
    return new Facts()
        .node(Text.of("logs.column.state"), new StateMark(LogWords.state(row)))
        .node(Text.of("logs.panel.ended"), ended(row))
        .add(Text.of("logs.column.duration"), Figures.milliseconds(row.entry().durationMs()))
        .add(Text.of("logs.column.rows"), LogWords.rows(row.entry()))
        .add(Text.of("logs.column.source"), LogWords.source(row.entry()))
        .add(Text.of("logs.panel.blueprint"), row.entry().blueprint().value());
  }

  private Label ended(ProjectEntry row) {
    Label time = Labels.body(LogWords.time(row.entry().createdAt(), zone));
    time.setTooltip(new Tooltip(Figures.exact(row.entry().createdAt())));
    return time;
  }

  private Node buttons(ProjectEntry row) {
    FlowPane buttons =
        new FlowPane(
            Buttons.normal(Text.of("logs.openQuery"), Icon.QUERY, () -> actions.query(row)));
    if (actions.of() == LogOf.PROJECT) {
      buttons
          .getChildren()
          .addAll(
              Buttons.normal(Text.of("logs.openTenant"), Icon.TENANTS, () -> actions.tenant(row)),
              Buttons.normal(
                  Text.of("logs.onlyTenant"), Icon.FILTER, () -> actions.onlyTenant(row)));
    }
    buttons.getStyleClass().add("panel-buttons");
    return buttons;
  }
}
