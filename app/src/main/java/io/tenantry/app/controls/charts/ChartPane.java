package io.tenantry.app.controls.charts;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Clipboards;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A chart in its card: title and legend, the plot, the table behind it, and what it says while
 * there is nothing to draw. New values are drawn at most four times a second and only while they
 * can be seen; the reduction to pixels happens off the UI thread. UI thread.
 */
public final class ChartPane extends VBox {
  private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");
  private final String title;
  private final TaskRunner tasks;
  private final ZoneId zone;
  private final ChartPlot plot;
  private final ChartLegend legend = new ChartLegend();
  private final HBox actions = new HBox();
  private final StackPane body = new StackPane();
  private final Label sentence = Labels.muted("");
  private final BooleanProperty asTable = new SimpleBooleanProperty();
  private final BooleanProperty logarithmic = new SimpleBooleanProperty();
  private final MenuButton menu = Buttons.menu("");
  private final Throttle throttle;
  private final Showing showing = new Showing(this, this::redraw);
  private @Nullable ChartData data;

  /** Heights of the plot. */
  public enum Height {
    /** Several charts on a page: 96 px. */
    SMALL,
    /** The usual: 160 px. */
    NORMAL,
    /** The chart that the page is about: 240 px. */
    LARGE
  }

  /**
   * Creates an empty chart.
   *
   * @param zone where the user lives
   */
  public ChartPane(String title, Height height, TaskRunner tasks, ZoneId zone) {
    this.title = title;
    this.tasks = tasks;
    this.zone = zone;
    throttle = new Throttle(tasks, this::draw);
    plot = new ChartPlot(this::redraw);
    plot.title(title);
    getStyleClass().addAll("card", "chart-pane");
    body.getStyleClass().addAll("chart-body", "chart-" + height.name().toLowerCase(Locale.ROOT));
    sentence.getStyleClass().add("chart-sentence");
    sentence.setMouseTransparent(true);
    body.getChildren().setAll(plot);
    getChildren().addAll(head(), body);
    asTable.subscribe((_, _) -> fill());
    logarithmic.subscribe((_, _) -> redraw());
  }

  /** Puts more into the head, left of the menu: a range, a link. */
  public ChartPane actions(Node... nodes) {
    actions.getChildren().setAll(nodes);
    actions.setManaged(nodes.length > 0);
    return this;
  }

  /** Shares the hair line and the zoom with the other charts of the page. */
  public ChartPane in(ChartGroup group) {
    plot.join(group);
    return this;
  }

  /** Leads from an instant that is clicked, or where Enter is pressed, to what is behind it. */
  public ChartPane choosing(LongConsumer action) {
    plot.choosing(action);
    return this;
  }

  /** Offers a logarithmic scale in the menu. */
  public ChartPane offerLogarithmic() {
    CheckMenuItem item = new CheckMenuItem(Text.of("charts.logarithmic"));
    item.selectedProperty().bindBidirectional(logarithmic);
    menu.getItems().add(item);
    return this;
  }

  /** Shows values. */
  public void show(ChartData values) {
    data = values;
    pseudoClassStateChanged(LOADING, false);
    say(values.isEmpty() ? Text.of("charts.empty") : "");
    values.ownHeight().ifPresent(body::setMinHeight);
    legend.show(values.legend());
    plot.setAccessibleText(title);
    fill();
    redraw();
  }

  /** Says that new values are on their way; what is there stays, faded. */
  public void loading() {
    pseudoClassStateChanged(LOADING, true);
    say("");
    fill();
  }

  /** Says that the values could not be loaded, in one line. */
  public void failed(Problem problem, Runnable retry) {
    pseudoClassStateChanged(LOADING, false);
    Label name = Labels.body(problem.title());
    Hyperlink again = Buttons.link(Text.of("controls.retry"), retry);
    Label text = Labels.muted(problem.text());
    text.setWrapText(true);
    name.setMinWidth(USE_PREF_SIZE);
    again.setMinWidth(USE_PREF_SIZE);
    HBox line =
        Panels.row(Icons.of(Icon.WARNING, "icon-danger"), name, text, Panels.spacer(), again);
    line.setMaxHeight(USE_PREF_SIZE);
    line.getStyleClass().add("chart-failure");
    body.getChildren().setAll(line);
  }

  /** Says in one sentence why there is nothing to see, in place of the usual one. */
  public void empty(String words) {
    data = null;
    legend.show(List.of());
    pseudoClassStateChanged(LOADING, false);
    say(words);
    fill();
    redraw();
  }

  /** Returns the drawn part, to give it the focus. */
  public Node plot() {
    return plot;
  }

  private HBox head() {
    MenuItem table = new MenuItem();
    table.textProperty().bind(asTable.map(on -> Text.of(on ? "charts.asChart" : "charts.asTable")));
    table.setOnAction(_ -> asTable.set(!asTable.get()));
    MenuItem copy = new MenuItem(Text.of("charts.copyCsv"));
    copy.setOnAction(_ -> copy());
    menu.getItems().addAll(table, copy);
    menu.setGraphic(Icons.of(Icon.MORE));
    menu.getStyleClass().add("icon-menu");
    menu.setAccessibleText(Text.of("charts.menu", title));
    actions.getStyleClass().add("row");
    actions.setManaged(false);
    Label name = Labels.heading(title);
    name.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(legend, Priority.ALWAYS);
    HBox head = Panels.row(name, legend, actions, menu);
    head.getStyleClass().add("chart-head");
    return head;
  }

  private void say(String words) {
    sentence.setText(words);
  }

  private void fill() {
    if (asTable.get() && data != null) {
      body.getChildren().setAll(new ChartRows(data.table(view(data))));
    } else if (sentence.getText().isEmpty()) {
      body.getChildren().setAll(plot);
    } else {
      body.getChildren().setAll(plot, sentence);
    }
  }

  private void redraw() {
    if (showing.isShown()) {
      throttle.ask();
    }
  }

  private void draw() {
    @Nullable ChartData shown = data;
    Frame frame = frame(shown);
    if (shown == null || shown.isEmpty()) {
      plot.show(Picture.blank(frame), Optional.empty());
      return;
    }
    ChartData.View view = view(shown);
    tasks
        .call("chart.picture", () -> shown.picture(frame, view))
        .onSuccess(picture -> plot.show(picture, shown.timeRange()))
        .latest(this)
        .start();
  }

  private Frame frame(@Nullable ChartData shown) {
    double left = shown == null ? Frame.LEFT : shown.leftInset();
    return Frame.ofChart(plot.getWidth(), plot.getHeight(), left);
  }

  private ChartData.View view(ChartData shown) {
    TimeRange all = shown.timeRange().orElse(new TimeRange(0, 1));
    TimeRange visible = plot.group().zoomProperty().get().orElse(all);
    return new ChartData.View(visible, logarithmic.get(), zone);
  }

  private void copy() {
    if (data != null) {
      ChartTable table = data.table(view(data));
      tasks.call("chart.csv", table::csv).onSuccess(Clipboards::copy).latest(menu).start();
    }
  }
}
