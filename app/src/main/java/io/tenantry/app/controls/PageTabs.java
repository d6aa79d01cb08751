package io.tenantry.app.controls;

import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Command;
import io.tenantry.app.fx.Focus;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.GenericStyledArea;

/**
 * The tabs of a page. Alt and its number opens a tab and puts the focus into what it shows. UI
 * thread.
 */
public final class PageTabs extends TabPane {

  /** Creates it without tabs. */
  public PageTabs() {
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  /** Who opens a tab by mouse to write in it, writes; the press gave the focus to the tabs. */
  private void clicked(MouseEvent event) {
    Tab tab = getSelectionModel().getSelectedItem();
    if (tab != null && isFocused() && event.getPickResult().getIntersectedNode() != null) {
      Focus.mainIn(tab.getContent())
          .filter(main -> main instanceof GenericStyledArea<?, ?, ?>)
          .ifPresent(Focus::show);
    }
  }

  /** Adds a tab behind the others. */
  public PageTabs add(String title, Node content) {
    getTabs().add(new Tab(title, content));
    return this;
  }

  /** Marks a tab, while something is true, with words for what is in it. */
  public PageTabs mark(int place, ObservableValue<Boolean> condition, String words) {
    Tab tab = getTabs().get(place);
    Region dot = new Region();
    dot.getStyleClass().addAll("dot", "tab-mark");
    Tone.WARNING.mark(dot);
    dot.setAccessibleText(words);
    Tooltip tooltip = new Tooltip(words);
    condition.subscribe(
        marked -> {
          tab.setGraphic(marked ? dot : null);
          tab.setTooltip(marked ? tooltip : null);
        });
    return this;
  }

  /** Returns the place of the tab that is shown, from 0. */
  public int shown() {
    return getSelectionModel().getSelectedIndex();
  }

  /** Shows a tab by its place, from 0; the focus stays where it is. */
  public void show(int place) {
    getSelectionModel().select(place);
  }

  /** Returns what opens each tab. */
  public List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    for (Tab tab : getTabs()) {
      int place = commands.size();
      commands.add(new Command(tab.getText(), "Alt+" + (place + 1), () -> open(place)));
    }
    return commands;
  }

  private void open(int place) {
    show(place);
    Node content = getTabs().get(place).getContent();
    Focus.mainIn(content).or(() -> Focus.firstIn(content)).ifPresent(Focus::show);
  }
}
