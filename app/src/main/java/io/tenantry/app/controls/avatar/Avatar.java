package io.tenantry.app.controls.avatar;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/**
 * A rounded square with up to two letters, by which a tenant, a user or a project is known again.
 * Its colour comes from the id and says nothing about the state. One node: a cell of a list makes
 * it once and shows row after row with it. UI thread.
 */
public final class Avatar extends Label {
  private static final PseudoClass SUSPENDED = PseudoClass.getPseudoClass("suspended");

  /** Where it stands, and so how large it is. */
  public enum Size {
    /** 16 px: cells of a result. */
    CELL("size-16"),
    /** 20 px. */
    ROW("size-20"),
    /** 24 px: crumbs and palette. */
    CRUMB("size-24"),
    /** 40 px. */
    PAGE("size-40");

    private final String styleClass;

    Size(String styleClass) {
      this.styleClass = styleClass;
    }
  }

  /** Creates one that shows nothing yet. */
  public Avatar(Size size) {
    getStyleClass().addAll("avatar", size.styleClass);
    setAccessibleRole(AccessibleRole.NODE);
  }

  /** Shows a thing known by its id. */
  public Avatar show(String id) {
    return show(id, id);
  }

  /** Shows a thing by its id and its name. */
  public Avatar show(String id, String name) {
    setText(Initials.of(name));
    AvatarColour.of(id).mark(this);
    return this;
  }

  /** Pales, for what is suspended. */
  public void suspended(boolean suspended) {
    pseudoClassStateChanged(SUSPENDED, suspended);
  }
}
