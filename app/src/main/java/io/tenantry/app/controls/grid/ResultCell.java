package io.tenantry.app.controls.grid;

import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.util.Arrays;
import java.util.HexFormat;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * One value of a {@link ResultGrid}: NULL, numbers and blobs look different from text, and a dash
 * stands where no value came. A whole error is in the tooltip. UI thread.
 */
final class ResultCell extends TableCell<Integer, Object> {
  private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
  private static final PseudoClass BLOB = PseudoClass.getPseudoClass("blob");
  private static final PseudoClass NUMBER = PseudoClass.getPseudoClass("number");
  private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
  private static final String DASH = "–";
  private static final int LONGEST = 400;
  private static final int BLOB_BYTES = 8;

  /** What the cells of a column hold. */
  enum Kind {
    VALUE,
    ERROR,
    ROW_NUMBER
  }

  private final Kind kind;
  private final String columnName;
  private final Tooltip whole = new Tooltip();

  ResultCell(Kind kind, String columnName) {
    this.kind = kind;
    this.columnName = columnName;
    if (kind == Kind.ERROR) {
      getStyleClass().add("error-cell");
      whole.setWrapText(true);
      whole.getStyleClass().add("error-tip");
    }
  }

  @Override
  protected void updateItem(@Nullable Object item, boolean empty) {
    super.updateItem(item, empty);
    boolean real = !empty && getTableRow() != null && getTableRow().getItem() != null;
    pseudoClassStateChanged(NULL, real && item == null && kind == Kind.VALUE);
    pseudoClassStateChanged(ABSENT, real && item == NoValue.HERE);
    pseudoClassStateChanged(BLOB, real && item instanceof byte[]);
    pseudoClassStateChanged(NUMBER, real && item instanceof Number && kind == Kind.VALUE);
    setText(real ? words(item) : null);
    if (kind == Kind.ERROR) {
      whole.setText(item instanceof String text ? text : "");
      setTooltip(item instanceof String ? whole : null);
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (attribute == AccessibleAttribute.TEXT) {
      String words = getItem() == NoValue.HERE ? Text.of("grid.noValue") : words(getItem());
      return Text.of("controls.cell.column", words, columnName);
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }

  private String words(@Nullable Object value) {
    return switch (value) {
      case null -> kind == Kind.ERROR ? "" : "NULL";
      case NoValue _ -> kind == Kind.ERROR ? "" : DASH;
      case byte[] bytes -> preview(bytes);
      case String text -> oneLine(text);
      default -> value.toString();
    };
  }

  private static String preview(byte[] bytes) {
    byte[] head = Arrays.copyOf(bytes, Math.min(BLOB_BYTES, bytes.length));
    String hex = HexFormat.ofDelimiter(" ").formatHex(head);
    return Figures.size(bytes.length) + "  " + hex + (bytes.length > BLOB_BYTES ? " …" : "");
  }

  private static String oneLine(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return cut.replace('\n', '⏎').replace('\r', ' ');
  }
}
