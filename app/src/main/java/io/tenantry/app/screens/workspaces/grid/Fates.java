package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.controls.compare.ChangeSign;
import io.tenantry.app.controls.compare.ObjectChange;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.text.Text;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** How the grid shows what staged edits do to something: a pseudo-class and a chip. UI thread. */
final class Fates {
  private Fates() {}

  /** Marks a node with one fate and no other; the style sheet colours it. */
  static void mark(Node node, Fate fate) {
    for (Fate each : Fate.values()) {
      PseudoClass state =
          PseudoClass.getPseudoClass("fate-" + each.name().toLowerCase(Locale.ROOT));
      node.pseudoClassStateChanged(state, each == fate);
    }
  }

  /** Returns the sign of a fate, where there is no room for a chip; its word is in the tooltip. */
  static Optional<Label> sign(Fate fate) {
    return chip(fate)
        .map(
            chip -> {
              ChangeSign sign = new ChangeSign();
              sign.show(changeOf(fate));
              sign.setTooltip(new Tooltip(chip.getText()));
              return sign;
            });
  }

  private static ObjectChange.Fate changeOf(Fate fate) {
    return switch (fate) {
      case KEPT -> ObjectChange.Fate.SAME;
      case ADDED -> ObjectChange.Fate.ADDED;
      case RENAMED, CHANGED -> ObjectChange.Fate.ALTERED;
      case DROPPED -> ObjectChange.Fate.DROPPED;
    };
  }

  /** Returns the chip of a fate; nothing for what stays as it is. */
  static Optional<Chip> chip(Fate fate) {
    return switch (fate) {
      case KEPT -> Optional.empty();
      case ADDED ->
          Optional.of(new Chip(Tone.SUCCESS, Text.of("workspace.fate.added")).with(Icon.ADD));
      case RENAMED ->
          Optional.of(new Chip(Tone.WARNING, Text.of("workspace.fate.renamed")).with(Icon.EDIT));
      case CHANGED ->
          Optional.of(new Chip(Tone.WARNING, Text.of("workspace.fate.changed")).with(Icon.EDIT));
      case DROPPED ->
          Optional.of(new Chip(Tone.DANGER, Text.of("workspace.fate.dropped")).with(Icon.REMOVE));
    };
  }
}
