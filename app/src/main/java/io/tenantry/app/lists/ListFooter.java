package io.tenantry.app.lists;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.actions.ActionRow;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.tables.Seen;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Below a list: which rows are seen; or, while some are selected, how many they are and what can be
 * done with them. UI thread.
 */
final class ListFooter<R> extends StackPane {
  private final ListModel<R> model;
  private final RowSelection<R> selection;
  private final List<RowAction<R>> actions;
  private final Label range = Labels.caption("");
  private final Label count = Labels.body("");
  private final Hyperlink all;
  private final ActionRow verbs = new ActionRow();
  private final HBox bar;
  private final HBox quiet;
  private final Label working = Labels.body("");
  private final ProgressBar bars = new ProgressBar(0);
  private final HBox workBar;
  private final Reach<R> reach;
  private List<Offer<R>> offered = List.of();
  private Seen seen = new Seen(0, -1);

  ListFooter(
      ListModel<R> model, RowSelection<R> selection, List<RowAction<R>> actions, Reach<R> reach) {
    this.model = model;
    this.reach = reach;
    this.selection = selection;
    this.actions = actions;
    getStyleClass().add("list-footer");
    all = Buttons.link("", selection::all);
    Button none = Buttons.icon(Icon.CLOSE, Text.of("lists.selected.none"), selection::none);
    HBox.setHgrow(verbs, Priority.ALWAYS);
    count.setMinWidth(Region.USE_PREF_SIZE);
    bar = new HBox(count, all, verbs, none);
    bar.getStyleClass().add("selection-bar");
    quiet = new HBox(range);
    quiet.getStyleClass().add("list-range");
    workBar = workBar();
    getChildren().addAll(quiet, bar, workBar);
    selection.version().subscribe(this::refresh);
    selection.gathering().subscribe(this::refresh);
    model.total().subscribe(this::refresh);
    model.rows().subscribe(this::refresh);
    model.work().subscribe(this::refresh);
    model.readings().subscribe(this::refresh);
    reach.version().subscribe(this::refresh);
    refresh();
  }

  private HBox workBar() {
    bars.getStyleClass().add("thin");
    Button cancel =
        Buttons.normal(
            Text.of("lists.work.cancel"),
            () -> model.work().get().ifPresent(work -> work.cancel().run()));
    cancel.getStyleClass().add("small");
    HBox box = new HBox(working, bars, cancel);
    box.getStyleClass().addAll("selection-bar", "work-bar");
    return box;
  }

  /** Says which rows are seen. */
  void seen(Seen now) {
    seen = now;
    refresh();
  }

  private void refresh() {
    long total = model.total().get();
    long selected = model.marks().count(total);
    boolean shows = selected > 0 || selection.gathering().get();
    boolean works = model.work().get().isPresent();
    model.work().get().ifPresent(this::showWork);
    workBar.setVisible(works);
    bar.setVisible(shows && !works);
    quiet.setVisible(!shows && !works);
    range.setText(seenOf(total));
    count.setText(counted(selected, total));
    all.setText(Text.of("lists.selected.all", Figures.count(total)));
    boolean more = selected > 1 && selected < total && !model.marks().all().get();
    all.setVisible(more);
    all.setManaged(more);
    showVerbs();
  }

  private String seenOf(long total) {
    if (seen.first() > 0 || seen.last() + 1L < total) {
      return Text.of(
          model.isFiltered() ? "lists.range.matching" : "lists.range",
          Figures.count(seen.first() + 1L),
          Figures.count(Math.min(total, seen.last() + 1L)),
          Figures.count(total));
    }
    return model.isFiltered() && total > 0 ? Text.of("lists.matching", Figures.count(total)) : "";
  }

  private void showWork(ListWork work) {
    working.setText(
        Text.of(
            "lists.work", work.words(), Figures.count(work.done()), Figures.count(work.total())));
    bars.setProgress(work.total() == 0 ? 0 : (double) work.done() / work.total());
  }

  private String counted(long selected, long total) {
    if (selection.gathering().get()) {
      return Text.of("lists.selected.gathering");
    }
    if (model.chosen() instanceof Chosen.Rows<R>(List<R> rows) && rows.size() == 1) {
      return model.keyOf(rows.getFirst());
    }
    return selected == total
        ? Text.of("lists.selected.whole", Figures.count(selected))
        : Text.of("lists.selected.some", Figures.count(selected));
  }

  private void showVerbs() {
    reach.ask(actions);
    List<Offer<R>> now = ordered(Offer.of(model, actions, reach));
    if (!now.equals(offered)) {
      offered = now;
      verbs.show(now.stream().map(this::verb).toList(), List.of());
    }
  }

  private static <R> List<Offer<R>> ordered(List<Offer<R>> offered) {
    return Stream.concat(
            offered.stream().filter(each -> !each.action().isDanger()),
            offered.stream().filter(each -> each.action().isDanger()))
        .toList();
  }

  private Action verb(Offer<R> offer) {
    RowAction<R> action = offer.action();
    Action verb =
        Action.of(offer.words(), action.icon(), () -> action.run(model.chosen()))
            .enabledWhile(new SimpleBooleanProperty(offer.isKnown()));
    return action.isDanger() ? verb.danger() : verb;
  }
}
