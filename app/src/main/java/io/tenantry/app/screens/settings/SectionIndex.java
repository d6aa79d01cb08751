package io.tenantry.app.screens.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * The sections of a page beside it: one click goes to a section, and the one that is read is
 * marked. UI thread.
 */
final class SectionIndex extends ListView<String> {
  private static final double LINE = 32;

  private final List<Region> sections = new ArrayList<>();
  private final ScrollPane page;
  private boolean leading;

  SectionIndex(String name, ScrollPane page) {
    this.page = page;
    getStyleClass().addAll("plain", "section-index");
    setAccessibleText(name);
    setFixedCellSize(LINE);
    getSelectionModel().selectedIndexProperty().subscribe(index -> lead(index.intValue()));
    page.vvalueProperty().subscribe(_ -> follow());
  }

  void add(String title, Region section) {
    sections.add(section);
    getItems().add(title);
    setMinHeight(getItems().size() * LINE);
    setPrefHeight(getItems().size() * LINE);
    setMaxHeight(getItems().size() * LINE);
    getSelectionModel().selectFirst();
  }

  private void lead(int index) {
    if (index < 0 || leading) {
      return;
    }
    leading = true;
    double room = hidden();
    page.setVvalue(room <= 0 ? 0 : Math.min(1, top(sections.get(index)) / room));
    leading = false;
  }

  private void follow() {
    if (leading || sections.isEmpty()) {
      return;
    }
    double seen = page.getVvalue() * Math.max(0, hidden());
    int reading = 0;
    for (int index = 0; index < sections.size(); index++) {
      if (top(sections.get(index)) <= seen + 1) {
        reading = index;
      }
    }
    leading = true;
    getSelectionModel().select(reading);
    leading = false;
  }

  private double hidden() {
    return page.getContent().getLayoutBounds().getHeight() - page.getViewportBounds().getHeight();
  }

  private double top(Node section) {
    Node content = page.getContent();
    return content.sceneToLocal(section.localToScene(section.getLayoutBounds())).getMinY();
  }
}
