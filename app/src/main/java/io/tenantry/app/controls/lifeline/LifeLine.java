package io.tenantry.app.controls.lifeline;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.RowProbe;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one thing, newest first, as high as its rows. Enter or a click opens an event,
 * or what was folded. UI thread.
 */
public final class LifeLine extends StackPane {
  private final ListView<LifeRow> list = new Rows();
  private final ZoneId zone;
  private final Function<LifeEvent, String> foldWords;
  private final Set<LifeEvent> unfolded = new HashSet<>();
  private List<LifeEvent> events = List.of();

  /**
   * Creates an empty line.
   *
   * @param name what it tells about, for those who cannot see it
   * @param zone where the user lives
   * @param plural what several events of a kind are called, for example "backups"
   */
  public LifeLine(String name, ZoneId zone, Function<LifeEvent, String> plural) {
    this.zone = zone;
    foldWords = plural;
    list.getStyleClass().addAll("plain", "life-line");
    list.setAccessibleText(name);
    list.setCellFactory(_ -> new Cell());
    getChildren().add(list);
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open(list.getSelectionModel().getSelectedItem());
            event.consume();
          }
        });
  }

  /** Shows events, newest first. */
  public void show(List<LifeEvent> newestFirst) {
    events = List.copyOf(newestFirst);
    unfolded.retainAll(Set.copyOf(events));
    lay();
  }

  private void lay() {
    int selected = list.getSelectionModel().getSelectedIndex();
    list.getItems().setAll(new LifeRows(zone, unfolded).of(events));
    list.requestLayout();
    if (selected >= 0 && selected < list.getItems().size()) {
      list.getSelectionModel().select(selected);
    }
  }

  private void open(@Nullable LifeRow row) {
    switch (row) {
      case null -> {}
      case LifeRow.Day _ -> {}
      case LifeRow.One one -> one.event().open().ifPresent(Runnable::run);
      case LifeRow.Fold fold -> {
        unfolded.add(fold.events().getFirst());
        lay();
      }
    }
  }

  /** As high as what it shows. */
  private static final class Rows extends ListView<LifeRow> {
    private final RowProbe event = new RowProbe("life-probe");
    private final RowProbe day = new RowProbe("life-day-probe");

    Rows() {
      getChildren().addAll(event, day);
    }

    @Override
    protected double computePrefHeight(double width) {
      long days = getItems().stream().filter(LifeRow.Day.class::isInstance).count();
      double rows = event.rows(getItems().size() - days) + day.rows(days);
      return rows + snappedTopInset() + snappedBottomInset();
    }
  }

  /** A day's head, an event, or several folded into one. */
  private final class Cell extends ListCell<LifeRow> {
    private final Label day = Labels.overline("");
    private final Rail rail = new Rail();
    private final Label words = Labels.body("");
    private final Label caption = Labels.caption("");
    private final Label time = Labels.caption("");
    private final HBox line;

    Cell() {
      getStyleClass().add("life-cell");
      words.setMinWidth(0);
      caption.setMinWidth(0);
      time.setMinWidth(USE_PREF_SIZE);
      VBox both = new VBox(words, caption);
      both.getStyleClass().add("life-words");
      both.setMinWidth(0);
      HBox.setHgrow(both, Priority.ALWAYS);
      line = Panels.row(rail, both, time);
      line.setMinWidth(0);
      line.setPrefWidth(1);
      addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> open(getItem()));
    }

    @Override
    protected void updateItem(@Nullable LifeRow item, boolean empty) {
      super.updateItem(item, empty);
      getStyleClass().remove("life-day");
      setTooltip(null);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      switch (item) {
        case LifeRow.Day(String text) -> {
          getStyleClass().add("life-day");
          day.setText(text);
          setGraphic(day);
          setAccessibleText(text);
        }
        case LifeRow.One(LifeEvent event, boolean first, boolean last) -> {
          rail.show(event.node(), first, last);
          show(event.words(), event.caption(), event);
        }
        case LifeRow.Fold(List<LifeEvent> folded, boolean first, boolean last) -> {
          rail.show(new RailNode.Disc(Icon.MORE, Tone.NEUTRAL), first, last);
          LifeEvent newest = folded.getFirst();
          String plural = foldWords.apply(newest);
          show(
              Text.of("lifeline.folded", folded.size(), plural),
              Text.of("lifeline.unfold"),
              newest);
        }
      }
    }

    private void show(String what, String more, LifeEvent event) {
      words.setText(what);
      caption.setText(more);
      caption.setVisible(!more.isEmpty());
      caption.setManaged(!more.isEmpty());
      time.setText(Figures.timeOfDay(event.at(), zone));
      setTooltip(new Tooltip(what + "\n" + Figures.exact(event.at())));
      setAccessibleText(String.join(", ", List.of(what, more, Figures.exact(event.at()))));
      setGraphic(line);
    }
  }
}
