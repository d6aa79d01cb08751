package io.tenantry.app.page;

import io.tenantry.app.controls.actions.Action;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/**
 * What the head of a page says and offers; the shell draws it, the same for all pages. Everything
 * may change while the page is shown. UI thread.
 */
public final class PageHead {
  private final StringProperty title = new SimpleStringProperty();
  private final StringProperty caption = new SimpleStringProperty("");
  private final ObjectProperty<Optional<Node>> picture =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Node>> instead =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<Node> chips = FXCollections.observableArrayList();
  private final ObservableList<Node> tools = FXCollections.observableArrayList();
  private final ObservableList<Action> actions = FXCollections.observableArrayList();
  private final ObservableList<Action> menu = FXCollections.observableArrayList();

  /** Creates a head; an empty title stands for the name of the place. */
  public PageHead(String title) {
    this.title.set(title);
  }

  /** What the page is about: the last crumb. */
  public StringProperty titleProperty() {
    return title;
  }

  /** The one line under the title; may be empty, but not on pages of lists. */
  public StringProperty captionProperty() {
    return caption;
  }

  /** What stands before the title, such as an avatar. */
  public ObjectProperty<Optional<Node>> pictureProperty() {
    return picture;
  }

  /** Chips and tags after the title. */
  public ObservableList<Node> chips() {
    return chips;
  }

  /** Controls before the actions that are no actions: a search field, the choice of a range. */
  public ObservableList<Node> tools() {
    return tools;
  }

  /**
   * The actions, the main one last; those that find no room move into the menu: those that can do
   * nothing now, then the first.
   */
  public ObservableList<Action> actions() {
    return actions;
  }

  /** Actions that are in the menu however much room there is. */
  public ObservableList<Action> menu() {
    return menu;
  }

  /** What stands in the place of way, title, chips and line: the tabs of a page for work. */
  public ObjectProperty<Optional<Node>> insteadOfTitleProperty() {
    return instead;
  }

  /** Puts something in the place of the title. */
  public PageHead insteadOfTitle(Node node) {
    instead.set(Optional.of(node));
    return this;
  }

  /** Says one line under the title. */
  public PageHead caption(String text) {
    caption.set(text);
    return this;
  }

  /** Replaces the chips after the title. */
  public PageHead chips(Node... nodes) {
    chips.setAll(nodes);
    return this;
  }

  /** Adds a control that is no action. */
  public PageHead tool(Node node) {
    tools.add(node);
    return this;
  }

  /** Adds actions, in their order. */
  public PageHead actions(Action... more) {
    actions.addAll(more);
    return this;
  }

  /** Adds the main action; it stands last. */
  public PageHead primary(Action action) {
    action.mainProperty().set(true);
    actions.add(action);
    return this;
  }

  /** Adds actions to the menu. */
  public PageHead menu(Action... more) {
    menu.addAll(more);
    return this;
  }
}
