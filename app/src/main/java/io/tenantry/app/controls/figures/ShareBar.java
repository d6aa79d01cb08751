package io.tenantry.app.controls.figures;

import io.tenantry.app.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/**
 * A bar cut into shares of a whole, each a button: how many tenants are on which version. UI
 * thread.
 */
public final class ShareBar extends Region {
  private static final double LEAST = 3;
  private static final double GAP = 1;
  private static final int NEWEST_STEP = 5;
  private final List<Share> shares = new ArrayList<>();
  private final List<Button> parts = new ArrayList<>();

  /**
   * One share.
   *
   * @param name what it is, for example a version
   * @param amount how much of the whole
   * @param words what the tooltip reads
   * @param newest whether it is the share that all others should come to
   */
  public record Share(String name, long amount, String words, boolean newest) {}

  public ShareBar() {
    getStyleClass().add("share-bar");
  }

  /** Shows shares from the oldest to the newest; a click on one calls back. */
  public void show(List<Share> wanted, Consumer<? super Share> onOpen) {
    shares.clear();
    parts.clear();
    wanted.stream().filter(share -> share.amount() > 0).forEach(shares::add);
    for (int index = 0; index < shares.size(); index++) {
      parts.add(part(shares.get(index), stepOf(index), onOpen));
    }
    getChildren().setAll(parts);
    setAccessibleText(shares.stream().map(Share::words).collect(Collectors.joining(", ")));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double total = shares.stream().mapToLong(Share::amount).sum();
    double width = getWidth() - GAP * Math.max(0, parts.size() - 1);
    double spare = Math.max(0, width - LEAST * parts.size());
    double x = 0;
    for (int index = 0; index < parts.size(); index++) {
      double share = LEAST + spare * shares.get(index).amount() / total;
      Button part = parts.get(index);
      part.setContentDisplay(ContentDisplay.TEXT_ONLY);
      if (part.prefWidth(-1) > share) {
        part.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      }
      part.resizeRelocate(x, 0, share, getHeight());
      x += share + GAP;
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return 18;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 220;
  }

  /** The newest is strongest; the older one is, the nearer it is to the page. */
  private int stepOf(int index) {
    int age = shares.size() - 1 - index;
    boolean led = shares.getLast().newest();
    return Math.max(1, NEWEST_STEP - age - (led ? 0 : 1));
  }

  private static Button part(Share share, int step, Consumer<? super Share> onOpen) {
    Button part = new Button(share.name() + " · " + Figures.count(share.amount()));
    part.getStyleClass().setAll("share-part");
    part.setMinSize(0, 0);
    part.setMnemonicParsing(false);
    part.setTooltip(new Tooltip(share.words()));
    part.setAccessibleText(share.words());
    part.pseudoClassStateChanged(PseudoClass.getPseudoClass("step-" + step), true);
    part.setOnAction(_ -> onOpen.accept(share));
    return part;
  }
}
