package io.tenantry.app.controls.actions;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.fx.Command;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/**
 * Something to press, before it is known whether as a button or as an item of a menu. UI thread.
 */
public final class Action {
  private final StringProperty title = new SimpleStringProperty();
  private final Icon icon;
  private final Runnable run;
  private final BooleanProperty enabled = new SimpleBooleanProperty(true);
  private final BooleanProperty shown = new SimpleBooleanProperty(true);
  private final BooleanProperty main = new SimpleBooleanProperty();
  private String keys = "";
  private boolean iconOnly;
  private boolean danger;

  private Action(String title, Icon icon, Runnable run) {
    this.title.set(title);
    this.icon = icon;
    this.run = run;
  }

  /** Creates an action with its words, as a verb, its icon, and what it does. */
  public static Action of(String title, Icon icon, Runnable run) {
    return new Action(title, icon, run);
  }

  /** Gives it keys, in the toolkit's notation; the shell binds them while the page is shown. */
  public Action keys(String notation) {
    keys = notation;
    return this;
  }

  /** Shows it as a button without words; the words are its name. */
  public Action iconOnly() {
    iconOnly = true;
    return this;
  }

  /** Marks it as one that destroys. */
  public Action danger() {
    danger = true;
    return this;
  }

  /** Lets it be pressed only while something is true; until then it keeps its place. */
  public Action enabledWhile(ObservableValue<Boolean> condition) {
    enabled.bind(condition);
    return this;
  }

  /** Offers it only while something is true: for what a page can never do meanwhile. */
  public Action shownWhile(ObservableValue<Boolean> condition) {
    shown.bind(condition);
    return this;
  }

  /** What it does, as a verb. */
  public StringProperty titleProperty() {
    return title;
  }

  /** Whether it can be pressed. */
  public BooleanProperty enabledProperty() {
    return enabled;
  }

  /** Whether it is offered. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** Whether it is the main one of its place. */
  public BooleanProperty mainProperty() {
    return main;
  }

  /** Returns its icon. */
  public Icon icon() {
    return icon;
  }

  /** Returns its keys, empty for none. */
  public String keys() {
    return keys;
  }

  /** Says whether it is a button without words. */
  public boolean isIconOnly() {
    return iconOnly;
  }

  /** Says whether it destroys. */
  public boolean isDanger() {
    return danger;
  }

  /** Does it, if it can be done now. */
  public void run() {
    if (isPossible()) {
      run.run();
    }
  }

  /** Says whether it is offered and can be pressed. */
  public boolean isPossible() {
    return shown.get() && enabled.get();
  }

  /** Returns it as a command, for keys and palette. */
  public Command command() {
    return new Command(title.get(), keys, this::run);
  }
}
