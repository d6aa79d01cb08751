package io.tenantry.app.lists;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.ScreenStatePane;
import io.tenantry.app.controls.placeholders.TableSkeleton;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.controls.tables.RowButtons;
import io.tenantry.app.controls.tables.RowLoading;
import io.tenantry.app.controls.tables.TableFrame;
import io.tenantry.app.fx.Command;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What all screens with a list are: a filter, a table, what can be done with its rows, a panel for
 * one of them, and what is remembered of all that. UI thread.
 */
public final class ListScreen<R> {
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
  private static final Duration UNNOTICED = Duration.millis(200);

  private final ListModel<R> model;
  private final ListSetup<R> setup;
  private final ListRecall<R> recall;
  private final RowSelection<R> selection;
  private final DataTable<R> table;
  private final FilterField filter;
  private final ListMenus<R> menus;
  private final ListFooter<R> footer;
  private final Region root;
  private final @Nullable PanelSplit split;
  private String cursorKey = "";

  /** Builds the screen of a list. */
  public ListScreen(ListModel<R> model, ListSetup<R> setup, ProjectMemory memory) {
    this.model = model;
    this.setup = setup;
    recall = new ListRecall<>(model, memory, setup.place());
    selection = new RowSelection<>(model, setup.isSeveral());
    table =
        DataTable.of(setup.text("title"), model.rows(), setup.columns())
            .remember(memory, setup.place())
            .sorting(model.orderProperty())
            .marking(selection)
            .loading(new Loading());
    setup.opening().ifPresent(table::onOpen);
    filter =
        new FilterField(
            setup.text("search"), model.filterProperty(), setup.language(), this::enterList);
    Reach<R> reach = new Reach<>(model);
    menus = new ListMenus<>(model, selection, table, setup, reach);
    footer = new ListFooter<>(model, selection, setup.actions(), reach);
    Region list = listSide();
    split =
        setup.panel().map(panel -> new PanelSplit(list, panel, memory, setup.place())).orElse(null);
    root =
        new ScreenStatePane(
            model.state(),
            split == null ? list : split,
            setup.empty(),
            new TableSkeleton(table),
            model::load);
    root.getStyleClass().add("list-screen");
    follow();
  }

  private final class Loading implements RowLoading {
    @Override
    public boolean isFailed(int index) {
      return model.isFailed(index);
    }

    @Override
    public void retry() {
      model.retry();
    }
  }

  private Region listSide() {
    TableFrame<R> frame =
        new TableFrame<>(table, this::quickButtons)
            .jumping(word -> model.startingWith(word, this::jump));
    long quick = setup.actions().stream().filter(RowAction::isQuick).count();
    table.columnLayout().keepAtEnd(RowButtons.widthOf(quick));
    VBox side = new VBox(bar());
    side.getChildren().addAll(setup.belowFilter());
    side.getChildren().addAll(frame, footer);
    side.getStyleClass().add("list-side");
    VBox.setVgrow(frame, javafx.scene.layout.Priority.ALWAYS);
    return side;
  }

  private Node bar() {
    Label problem = Labels.caption("");
    problem.getStyleClass().add("text-danger");
    problem.textProperty().bind(model.problem());
    FilterChips chips = new FilterChips(model.filterProperty(), setup.language());
    chips.visibleProperty().bind(model.problem().isEmpty());
    HBox told = new HBox(problem, chips);
    told.getStyleClass().add("filter-told");
    HBox.setHgrow(told, javafx.scene.layout.Priority.ALWAYS);
    HBox.setHgrow(chips, javafx.scene.layout.Priority.ALWAYS);
    HBox bar = new HBox(filter, told);
    bar.getChildren().addAll(setup.besideFilter());
    bar.getChildren().add(columnsButton());
    bar.getStyleClass().add("filter-bar");
    return bar;
  }

  private Button columnsButton() {
    Button button = Buttons.icon(Icon.COLUMNS, Text.of("lists.columns"), () -> {});
    ContextMenu menu = new ContextMenu(table.columnLayout().menu().toArray(MenuItem[]::new));
    button.setOnAction(_ -> menu.show(button, Side.BOTTOM, 0, 4));
    return button;
  }

  private List<Button> quickButtons(R row) {
    Chosen<R> alone = new Chosen.Rows<>(List.of(row));
    return setup.actions().stream()
        .filter(action -> action.isQuick() && action.isOffered(alone))
        .map(action -> Buttons.icon(action.icon(), action.title(), () -> action.run(alone)))
        .toList();
  }

  private void follow() {
    table
        .port()
        .onSeen(
            seen -> {
              model.see(seen.first(), seen.last());
              footer.seen(seen);
            });
    table.getFocusModel().focusedIndexProperty().subscribe(_ -> rememberCursor());
    model.rows().subscribe(this::followCursor);
    model.opened().subscribe((_, _) -> toTop());
    model.state().subscribe(this::stateChanged);
    model.problem().subscribe(_ -> showPlaceholder());
    PauseTransition unnoticed = new PauseTransition(UNNOTICED);
    unnoticed.setOnFinished(_ -> table.pseudoClassStateChanged(WAITING, model.waiting().get()));
    model
        .waiting()
        .subscribe(
            waiting -> {
              unnoticed.stop();
              if (waiting) {
                unnoticed.playFromStart();
              } else {
                table.pseudoClassStateChanged(WAITING, false);
              }
            });
  }

  private void stateChanged(ScreenState state) {
    if (state instanceof ScreenState.Loaded) {
      recall.findRow(
          index -> {
            selection.only(index);
            jump(index);
          });
    }
  }

  /** A screen that lists nothing says why, and how to see something again. */
  private void showPlaceholder() {
    String problem = model.problem().get();
    EmptyState state =
        new EmptyState(
            problem.isEmpty() ? Icon.SEARCH : Icon.FILTER,
            problem.isEmpty() ? setup.text("noMatch") : problem,
            "");
    table.whenEmpty(
        state.action(
            Buttons.normal(
                Text.of("lists.filter.clear"),
                () -> {
                  model.filterProperty().set("");
                  filter.requestFocus();
                })));
  }

  private void rememberCursor() {
    int cursor = table.port().cursor();
    R row = cursor < 0 ? null : model.rows().get(cursor);
    cursorKey = row == null ? "" : model.keyOf(row);
  }

  /** Rows have come or gone before the one with the keyboard: the keyboard stays with the row. */
  private void followCursor() {
    int cursor = table.port().cursor();
    if (cursor < 0) {
      return;
    }
    R row = model.rows().get(cursor);
    if (cursorKey.isEmpty()) {
      rememberCursor();
    } else if (row != null && !model.keyOf(row).equals(cursorKey)) {
      int now = model.indexHere(cursorKey);
      if (now >= 0) {
        table.port().putCursor(now);
      } else {
        rememberCursor();
      }
    }
  }

  private void toTop() {
    cursorKey = "";
    if (!model.rows().isEmpty()) {
      table.port().putCursor(0);
      table.scrollTo(0);
    }
  }

  /** Shows a row and gives it the keyboard. */
  private void jump(int index) {
    if (index < model.rows().size()) {
      table.port().putCursor(index);
      table.port().reveal(index);
      selection.only(index);
    }
  }

  private void enterList() {
    table.requestFocus();
    if (model.marks().count(model.total().get()) == 0 && !model.rows().isEmpty()) {
      selection.only(Math.max(0, table.port().cursor()));
    }
  }

  /** Returns the node of the screen. */
  public Region node() {
    return root;
  }

  /**
   * Loads the list.
   *
   * @param wanted a filter to begin with; empty for the user's own of last time
   */
  public void shown(String wanted) {
    recall.follow(wanted);
    model.enter();
  }

  /** Drops what is still to come. */
  public void hidden() {
    model.leave();
  }

  /** Returns what can be done here: with the filter, and with the selected rows. */
  public List<Command> commands() {
    List<Command> all = new ArrayList<>();
    all.add(new Command(Text.of("lists.filter.go"), "Shortcut+F", filter::requestFocus));
    all.addAll(menus.commands());
    if (setup.isSeveral()) {
      all.addAll(table.port().commands());
    }
    return all;
  }

  /** Shows the panel. */
  public void openPanel() {
    if (split != null) {
      split.open();
    }
  }

  /** Hides the panel and gives the keyboard back to the list. */
  public void closePanel() {
    if (split != null) {
      split.close();
      table.requestFocus();
    }
  }
}
