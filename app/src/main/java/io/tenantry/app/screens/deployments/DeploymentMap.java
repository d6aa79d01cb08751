package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.tiles.TileMap;
import io.tenantry.app.controls.tiles.TileSpan;
import io.tenantry.app.controls.tiles.TileState;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.DeploymentStates;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A square per tenant, a legend that counts and filters, and a line that says what is pointed at.
 */
final class DeploymentMap extends VBox {
  private static final int MOST_NAMED = 160;

  private final TileMap tiles = new TileMap();
  private final FlowPane legend = new FlowPane();
  private final Map<TileState, ToggleButton> filters = new EnumMap<>(TileState.class);
  private final Label reading = Labels.caption("");
  private BiConsumer<Integer, Consumer<DeploymentTenant>> nameOf = (_, _) -> {};
  private byte[] states = {};

  DeploymentMap() {
    getStyleClass().addAll("card", "deployment-map");
    legend.getStyleClass().add("tile-legend");
    for (TileState state :
        List.of(
            TileState.DONE,
            TileState.THERE,
            TileState.FAILED,
            TileState.WAITING,
            TileState.PAUSED,
            TileState.NOT_REACHED)) {
      legend.getChildren().add(filter(state));
    }
    HBox head = Panels.row(Labels.heading(Text.of("deployment.map")), legend);
    head.getStyleClass().add("card-head");
    HBox.setHgrow(legend, Priority.ALWAYS);
    reading.getStyleClass().add("tile-reading");
    tiles.pointed().subscribe(this::read);
    tiles.perTile().subscribe(_ -> read(tiles.pointed().get()));
    getChildren().addAll(head, tiles, reading);
  }

  /** Says how the tenant at a place is found, and what opening it does. */
  void behave(BiConsumer<Integer, Consumer<DeploymentTenant>> nameOfPlace, IntConsumer onOpen) {
    nameOf = nameOfPlace;
    tiles.onOpen(span -> onOpen.accept(span.shown()));
  }

  void show(DeploymentStates found, DeploymentStatus status) {
    byte[] next = new byte[found.size()];
    long[] count = new long[TileState.values().length];
    for (int at = 0; at < next.length; at++) {
      TileState state = state(found.at(at), status);
      next[at] = state.kept();
      count[state.ordinal()]++;
    }
    states = next;
    tiles.show(next);
    filters.forEach((state, filter) -> count(state, filter, count[state.ordinal()]));
    if (tiles.pointed().get().isEmpty()) {
      read(Optional.empty());
    }
  }

  void clear() {
    states = new byte[0];
    tiles.show(states);
    reading.setText("");
  }

  /** Shows only tenants that failed, or all again. */
  void toggleFailed() {
    ToggleButton failed = filters.get(TileState.FAILED);
    if (failed != null && !failed.isDisabled()) {
      failed.fire();
    }
  }

  private void count(TileState state, ToggleButton filter, long number) {
    filter.setText(DeploymentWords.tile(state) + " " + Figures.count(number));
    boolean isMeant = number > 0 || isAlwaysShown(state);
    filter.setVisible(isMeant);
    filter.setManaged(isMeant);
    filter.setDisable(number == 0);
    if (number == 0 && filter.isSelected()) {
      filter.setSelected(false);
      only();
    }
  }

  private static boolean isAlwaysShown(TileState state) {
    return state == TileState.DONE || state == TileState.FAILED || state == TileState.THERE;
  }

  private ToggleButton filter(TileState state) {
    Region swatch = new Region();
    swatch.getStyleClass().addAll("tile-swatch", state.styleClass());
    ToggleButton button = new ToggleButton(DeploymentWords.tile(state), swatch);
    button.getStyleClass().setAll("tile-filter");
    button.setOnAction(_ -> only());
    filters.put(state, button);
    return button;
  }

  private void only() {
    Set<TileState> chosen = EnumSet.noneOf(TileState.class);
    filters.forEach(
        (state, button) -> {
          if (button.isSelected()) {
            chosen.add(state);
          }
        });
    tiles.only(chosen);
  }

  private void read(Optional<TileSpan> pointed) {
    if (pointed.isEmpty()) {
      int each = tiles.perTile().get();
      say(each == 1 ? "" : Text.of("deployment.map.several", Figures.count(each)));
      return;
    }
    TileSpan span = pointed.get();
    if (span.to() > states.length) {
      return;
    }
    String words = span.size() == 1 ? "" : counted(span);
    say(words);
    nameOf.accept(
        span.shown(),
        tenant -> {
          if (tiles.pointed().get().equals(pointed)) {
            say(words.isEmpty() ? named(tenant) : words + " · " + named(tenant));
          }
        });
  }

  private void say(String words) {
    reading.setText(words);
    tiles.speak(words.isEmpty() ? Text.of("deployment.map") : words);
  }

  private String counted(TileSpan span) {
    long[] count = new long[TileState.values().length];
    for (int at = span.from(); at < span.to(); at++) {
      count[states[at]]++;
    }
    List<String> parts = new ArrayList<>();
    for (TileState state : TileState.values()) {
      if (count[state.ordinal()] > 0) {
        parts.add(
            Figures.count(count[state.ordinal()])
                + " "
                + DeploymentWords.tile(state).toLowerCase(Locale.ROOT));
      }
    }
    return Text.of("deployment.map.span", Figures.count(span.from() + 1L), Figures.count(span.to()))
        + ": "
        + String.join(", ", parts);
  }

  private static String named(DeploymentTenant tenant) {
    String words = tenant.tenantId() + " · " + DeploymentWords.state(tenant.state());
    return tenant.error().map(error -> words + ": " + shortened(error)).orElse(words);
  }

  private static String shortened(String error) {
    String line = error.replace('\n', ' ');
    return line.length() <= MOST_NAMED ? line : line.substring(0, MOST_NAMED) + "…";
  }

  static TileState state(DeploymentTenant.State state, DeploymentStatus status) {
    return switch (state) {
      case PENDING -> status == DeploymentStatus.PAUSED ? TileState.PAUSED : TileState.WAITING;
      case DONE -> TileState.DONE;
      case SKIPPED -> TileState.THERE;
      case FAILED -> TileState.FAILED;
      case NOT_REACHED -> TileState.NOT_REACHED;
    };
  }
}
