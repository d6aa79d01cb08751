package io.tenantry.app.controls;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * The root of a window whose content is shown larger than it is laid out: all lengths grow alike,
 * those in style sheets and those in code. UI thread.
 */
public final class ScaledRoot extends Region {
  private final Region content;
  private final Scale scale = new Scale(1, 1);

  /** Shows a content at its own size. */
  public ScaledRoot(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  /** Returns by what a node's lengths are multiplied in its window. */
  public static double factorAt(Node node) {
    Scene scene = node.getScene();
    return scene != null && scene.getRoot() instanceof ScaledRoot root ? root.factor() : 1;
  }

  /** Shows the content that many times as large. */
  public void scale(double factor) {
    scale.setX(factor);
    scale.setY(factor);
    requestLayout();
  }

  private double factor() {
    return scale.getX();
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / factor(), getHeight() / factor());
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1) * factor();
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(-1) * factor();
  }

  @Override
  protected double computeMinWidth(double height) {
    return content.minWidth(-1) * factor();
  }

  @Override
  protected double computeMinHeight(double width) {
    return content.minHeight(-1) * factor();
  }
}
