package io.tenantry.app.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.text.Text;

/**
 * A figure in the status bar: as wide as the widest it usually says, and as the widest it has said,
 * so that one that changes moves no other. Only where there is no room it is as wide as its words.
 * UI thread.
 */
final class StatusItem extends Button {
  private final String usual;
  private final Text ruler = new Text();
  private String widest;

  StatusItem(Node graphic, String usual) {
    super("", graphic);
    this.usual = usual;
    widest = usual;
    getStyleClass().add("status-item");
    setMnemonicParsing(false);
  }

  /** Says something. */
  void say(String words) {
    if (widthOf(words) > widthOf(widest)) {
      widest = words;
    }
    setText(words);
  }

  /** Forgets how wide it was for what was open before. */
  void startAnew() {
    widest = usual;
    requestLayout();
  }

  @Override
  protected double computeMinWidth(double height) {
    return super.computePrefWidth(height);
  }

  @Override
  protected double computePrefWidth(double height) {
    double more = snapSizeX(widthOf(widest)) - snapSizeX(widthOf(getText()));
    return super.computePrefWidth(height) + Math.max(0, more);
  }

  private double widthOf(String words) {
    ruler.setFont(getFont());
    ruler.setText(words);
    return ruler.getLayoutBounds().getWidth();
  }
}
