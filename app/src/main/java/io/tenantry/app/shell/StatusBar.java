package io.tenantry.app.shell;

import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.info.EngineStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Bottom of the window: how the open engine is; each item tells more when pressed. UI thread. */
final class StatusBar extends HBox {
  private static final long MEMORY_STEP = 5_000_000;

  /** The widest figures that are usual: their places are kept from the first. */
  private static final long MOST_TENANTS = 888_888;

  private static final int MOST_CONNECTIONS = 888;
  private static final long MOST_MEMORY = 885_000_000;

  private final ShellViewModel model;
  private final Flyouts flyouts;
  private final Region dot = new Region();
  private final StatusItem engine;
  private final StatusItem tenants;
  private final StatusItem connections;
  private final StatusItem memory;

  StatusBar(ShellViewModel model, Flyouts flyouts, Runnable showKeys) {
    this.model = model;
    this.flyouts = flyouts;
    EngineFacts facts = new EngineFacts(model);
    getStyleClass().add("status-bar");
    dot.getStyleClass().add("dot");
    engine = item(dot, "", facts::engine);
    tenants = item(icon(Icon.TENANTS), Text.of("shell.tenants", MOST_TENANTS), facts::tenants);
    connections =
        item(
            icon(Icon.CONNECTIONS),
            Text.of("shell.connections", MOST_CONNECTIONS),
            facts::connections);
    memory =
        item(
            icon(Icon.MEMORY),
            Text.of("shell.memory.here", Figures.size(MOST_MEMORY)),
            facts::memory);
    getChildren()
        .addAll(engine, tenants, connections, memory, Panels.spacer(), keysButton(showKeys));
    model.status().subscribe(this::show);
    model.attempt().subscribe((_, _) -> show(model.status().get()));
    model.connection().subscribe((_, _) -> startAnew());
  }

  private static Button keysButton(Runnable showKeys) {
    HBox content = Panels.row(Labels.caption(Text.of("shell.keys.hint")), new KeyHint("?"));
    Button keys = new Button("", content);
    keys.getStyleClass().add("status-item");
    keys.setAccessibleText(Text.of("shell.keys.help"));
    keys.setOnAction(_ -> showKeys.run());
    return keys;
  }

  private static Node icon(Icon icon) {
    return Icons.of(icon, "icon-muted");
  }

  private StatusItem item(Node graphic, String usual, Supplier<FactsPanel> panel) {
    StatusItem item = new StatusItem(graphic, usual);
    item.setOnAction(_ -> flyouts.toggle(item, panel.get()));
    return item;
  }

  private void startAnew() {
    for (StatusItem item : List.of(engine, tenants, connections, memory)) {
      item.startAnew();
    }
    show(model.status().get());
  }

  private void show(Status status) {
    boolean open = model.connection().get().isPresent();
    Tone tone = status.isLost() ? Tone.DANGER : status.online() ? Tone.SUCCESS : Tone.WAITING;
    tone.mark(dot);
    engine.say(engineWords(status));
    engine.setDisable(!open);
    Optional<EngineStatus> figures = status.figures();
    show(tenants, figures.map(now -> Text.of("shell.tenants", now.tenants())));
    show(
        connections,
        figures
            .flatMap(EngineStatus::openConnections)
            .map(count -> Text.of("shell.connections", count)));
    show(memory, figures.flatMap(this::memoryWords));
    if (status.isLost()) {
      unknown(tenants, "shell.tenants.unknown", "shell.facts.tenants");
      unknown(connections, "shell.connections.unknown", "shell.facts.connections");
      unknown(memory, "shell.memory.unknown", "shell.facts.memory");
    }
  }

  /** Figures of an engine that does not answer are not told: they may be wrong by now. */
  private static void unknown(StatusItem item, String key, String spokenKey) {
    item.say(Text.of(key));
    item.setAccessibleText(Text.of("shell.unknown.spoken", Text.of(spokenKey)));
    item.setDisable(true);
  }

  private String engineWords(Status status) {
    if (status.isLost()) {
      return Text.of("shell.offline");
    }
    return status
        .figures()
        .flatMap(now -> model.connection().get().map(open -> version(open.info().service(), now)))
        .orElseGet(
            () -> Text.of(model.attempt().get().isPresent() ? "shell.opening" : "shell.nothing"));
  }

  private static String version(String service, EngineStatus now) {
    return Text.of("shell.version", service, now.version());
  }

  /** What the process takes; only an engine that does not say it is told by its heap. */
  private Optional<String> memoryWords(EngineStatus now) {
    return now.residentMemoryBytes()
        .or(now::usedMemoryBytes)
        .map(bytes -> Figures.size(Math.round((double) bytes / MEMORY_STEP) * MEMORY_STEP))
        .map(
            figure ->
                Text.of(model.isLocal() ? "shell.memory.here" : "shell.memory.server", figure));
  }

  private static void show(StatusItem item, Optional<String> text) {
    item.say(text.orElse(""));
    item.setVisible(text.isPresent());
    item.setAccessibleText(null);
    item.setDisable(false);
  }
}
