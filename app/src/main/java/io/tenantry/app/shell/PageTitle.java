package io.tenantry.app.shell;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.fx.Subscriptions;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.text.Text;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/**
 * The words of a page's head: crumbs, title, chips, and the line below. The crumbs fold before the
 * title is cut, and chips are never cut. UI thread.
 */
final class PageTitle extends Pane {
  private static final double GAP = 8;
  private static final double LINES = 2;

  /** A longer line takes no room from the actions. */
  private static final double WIDEST_CAPTION = 420;

  private final Crumbs crumbs;
  private final Label title = Labels.pageTitle("");
  private final HBox chips = new HBox();
  private final Label caption = Labels.caption("");

  PageTitle(Crumbs crumbs) {
    this.crumbs = crumbs;
    getStyleClass().add("page-title-row");
    chips.getStyleClass().add("chip-row");
    caption.managedProperty().bind(caption.textProperty().isNotEmpty());
    title.setTooltip(wholeTextOf(title));
    caption.setTooltip(wholeTextOf(caption));
    getChildren().addAll(crumbs, title, chips, caption);
  }

  void follow(Subscriptions following, Place place, PageHead head) {
    crumbs.show(place);
    following.follow(
        head.titleProperty(), text -> title.setText(text.isEmpty() ? nameOf(place) : text));
    following.follow(head.captionProperty(), caption::setText);
    chips.getChildren().setAll(head.chips());
    following.onChange(() -> chips.getChildren().setAll(head.chips()), head.chips());
  }

  private static String nameOf(Place place) {
    boolean named = place.route().parent().isPresent() && !place.subject().isEmpty();
    return named ? PlaceSubjects.nameIn(place.subject()) : Text.of(place.route().titleKey());
  }

  private static Tooltip wholeTextOf(Label label) {
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(label.textProperty());
    return whole;
  }

  /** Returns the width in which nothing is cut. */
  double wholeWidth() {
    double way = crumbs.isManaged() ? crumbs.prefWidth(-1) + GAP : 0;
    double line = way + title.prefWidth(-1) + chipsWidth();
    return Math.max(line, caption.isManaged() ? caption.prefWidth(-1) : 0);
  }

  @Override
  protected double computePrefWidth(double height) {
    double words = caption.isManaged() ? Math.min(WIDEST_CAPTION, caption.prefWidth(-1)) : 0;
    double way = crumbs.isManaged() ? crumbs.prefWidth(-1) + GAP : 0;
    return Math.max(way + title.prefWidth(-1) + chipsWidth(), words);
  }

  @Override
  protected double computePrefHeight(double width) {
    double line = title.prefHeight(-1);
    return caption.isManaged() ? line + LINES + caption.prefHeight(-1) : line;
  }

  @Override
  protected void layoutChildren() {
    double line = title.prefHeight(-1);
    double free = getWidth() - chipsWidth();
    double least = crumbs.isManaged() ? crumbs.minWidth(-1) + GAP : 0;
    double titleWidth = Math.clamp(title.prefWidth(-1), 0, Math.max(0, free - least));
    double x = 0;
    if (crumbs.isManaged()) {
      boolean fits = crumbs.prefWidth(-1) <= free - titleWidth - GAP;
      double way = fits ? crumbs.prefWidth(-1) : crumbs.minWidth(-1);
      place(crumbs, 0, way, line);
      x = way + GAP;
    }
    place(title, x, titleWidth, line);
    place(chips, x + titleWidth + GAP, chips.prefWidth(-1), line);
    if (caption.isManaged()) {
      double below = snapPositionY(line + LINES);
      caption.resizeRelocate(0, below, getWidth(), caption.prefHeight(-1));
    }
  }

  private double chipsWidth() {
    return chips.getChildren().isEmpty() ? 0 : chips.prefWidth(-1) + GAP;
  }

  private void place(Node part, double x, double width, double line) {
    double height = part.prefHeight(-1);
    part.resizeRelocate(
        snapPositionX(x), snapPositionY((line - height) / 2), snapSizeX(width), height);
  }
}
