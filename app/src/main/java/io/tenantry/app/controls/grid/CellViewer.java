package io.tenantry.app.controls.grid;

import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * Shows one whole value of a grid: long text, JSON with indents, blobs in hexadecimal. UI thread.
 */
final class CellViewer {
  private static final int BYTES_PER_LINE = 16;
  private static final int MOST_BYTES = 64 * 1024;

  private final Popup popup = new Popup();
  private final TextArea area = new TextArea();
  private final Label title = Labels.heading("");
  private final Label about = Labels.caption("");

  CellViewer() {
    area.setEditable(false);
    area.getStyleClass().add("mono-field");
    area.setWrapText(true);
    HBox head =
        Panels.row(
            title,
            Panels.spacer(),
            about,
            CopyField.copyButton(Text.of("controls.copy"), area::getText));
    VBox box = new VBox(head, area);
    box.getStyleClass().add("cell-viewer");
    popup.getContent().add(box);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
  }

  void show(Node owner, String column, @Nullable Object value) {
    title.setText(column);
    area.setText(text(value));
    about.setText(describe(value));
    var bounds = owner.localToScreen(owner.getBoundsInLocal());
    if (bounds != null && owner.getScene() != null) {
      popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
      popup.show(owner, bounds.getCenterX() - 260, bounds.getMinY() + 24);
    }
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case byte[] bytes -> hex(bytes);
      default -> value.toString();
    };
  }

  private static String describe(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case byte[] bytes -> Figures.size(bytes.length);
      case String text ->
          Figures.count(text.length(), Text.of("grid.character"), Text.of("grid.characters"));
      default -> value.getClass() == Long.class ? "INTEGER" : "REAL";
    };
  }

  private static String hex(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    HexFormat format = HexFormat.ofDelimiter(" ");
    int end = Math.min(bytes.length, MOST_BYTES);
    for (int at = 0; at < end; at += BYTES_PER_LINE) {
      int to = Math.min(end, at + BYTES_PER_LINE);
      String line = format.formatHex(bytes, at, to);
      String letters =
          new String(bytes, at, to - at, StandardCharsets.ISO_8859_1)
              .replaceAll("[^\\x20-\\x7e]", ".");
      out.append(String.format(java.util.Locale.ROOT, "%06x  %-47s  %s%n", at, line, letters));
    }
    return out.toString();
  }
}
