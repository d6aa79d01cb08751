package io.tenantry.app.controls.figures;

import io.tenantry.app.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/**
 * A bar cut into shares of a whole, each a button: how many tenants are on which version. UI
 * thread.
 */
public final class ShareBar extends Region {
  private static final double LEAST = 6;
  private static final double GAP = 2;
  private final List<Share> shares = new ArrayList<>();
  private final List<Button> parts = new ArrayList<>();

  /**
   * One share.
   *
   * @param name what it is, for example a version
   * @param amount how much of the whole
   * @param words what the tooltip reads
   * @param strong whether it is the share that should be the largest
   */
  public record Share(String name, long amount, String words, boolean strong) {}

  public ShareBar() {
    getStyleClass().add("share-bar");
  }

  /** Shows shares in the given order; a click on one calls back. */
  public void show(List<Share> wanted, Consumer<? super Share> onOpen) {
    shares.clear();
    parts.clear();
    for (Share share : wanted) {
      if (share.amount() > 0) {
        shares.add(share);
        parts.add(part(share, onOpen));
      }
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
      parts.get(index).resizeRelocate(x, 0, share, getHeight());
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

  private static Button part(Share share, Consumer<? super Share> onOpen) {
    Button part = new Button(share.name() + " · " + Figures.count(share.amount()));
    part.getStyleClass().setAll("share-part");
    part.setMinSize(0, 0);
    part.setMnemonicParsing(false);
    part.setTooltip(new Tooltip(share.words()));
    part.setAccessibleText(share.words());
    part.setFocusTraversable(false);
    part.pseudoClassStateChanged(PseudoClass.getPseudoClass("strong"), share.strong());
    part.setOnAction(_ -> onOpen.accept(share));
    return part;
  }
}
