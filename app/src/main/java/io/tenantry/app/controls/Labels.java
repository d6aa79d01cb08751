package io.tenantry.app.controls;

import io.tenantry.app.text.Figures;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/** Labels in the sizes and roles of the type scale. UI thread. */
public final class Labels {
  private Labels() {}

  /** Body text, 13 px. */
  public static Label body(String text) {
    return styled(text, "text-body");
  }

  /** Body text that wraps. */
  public static Label prose(String text) {
    Label label = styled(text, "text-body");
    label.setWrapText(true);
    return label;
  }

  /** Secondary text in the muted colour. */
  public static Label muted(String text) {
    return styled(text, "text-muted");
  }

  /** Small muted text, 12 px, for captions and help. */
  public static Label caption(String text) {
    return styled(text, "text-caption");
  }

  /** Heading of a section or card, 13 px semibold. */
  public static Label heading(String text) {
    return styled(text, "text-heading");
  }

  /** Title of a dialog or a panel, 15 px semibold. */
  public static Label title(String text) {
    return styled(text, "text-title");
  }

  /** Title of a page, 18 px semibold. */
  public static Label pageTitle(String text) {
    return styled(text, "text-page-title");
  }

  /** A number that is looked at on its own, 24 px semibold. */
  public static Label figure(String text) {
    return styled(text, "text-figure");
  }

  /** Ids, SQL and values, in the monospaced face. */
  public static Label mono(String text) {
    return styled(text, "text-mono");
  }

  /** Small capitals over a group of a list, 11 px. */
  public static Label overline(String text) {
    return styled(text, "text-overline");
  }

  /** A name: what a row is found by, 13 px medium. */
  public static Label strong(String text) {
    return styled(text, "text-medium");
  }

  /** The unit beside a figure. */
  public static Label figureUnit(String text) {
    return styled(text, "text-figure-unit");
  }

  /** Code inside a sentence. */
  public static Label code(String text) {
    return styled(text, "inline-code");
  }

  /** Cuts a path, an id or an address in its middle; the whole of it is in the tooltip. */
  public static Label cutInside(Label label) {
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    return cutAtEnd(label);
  }

  /** Lets a label give way: what does not fit is cut at its end, and whole in the tooltip. */
  public static Label cutAtEnd(Label label) {
    label.setMinWidth(0);
    return label;
  }

  /** How long ago, told anew as time passes, with the exact instant in the tooltip. */
  public static Label ago(Instant instant, Instant now) {
    Label label = muted(Figures.ago(instant, now));
    label.setTooltip(new Tooltip(Figures.exact(instant)));
    Aging.follow(label, later -> label.setText(Figures.ago(instant, later)));
    return label;
  }

  private static Label styled(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
