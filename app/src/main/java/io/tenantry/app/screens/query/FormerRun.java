package io.tenantry.app.screens.query;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Says what a tab ran before the connection was left, when, and that its rows are gone. */
final class FormerRun {
  private FormerRun() {}

  /**
   * Builds it.
   *
   * @param again runs the same text once more
   */
  static Node of(LastRun run, Consumer<String> again) {
    String key = "query.former." + run.ending().name().toLowerCase(Locale.ROOT);
    String when = Figures.moment(run.startedAt(), ZoneId.systemDefault());
    String title = Text.of(key, run.target().words(), when);
    String took = Text.of("query.former.took", Figures.duration(run.elapsed()));
    String what = run.summary().isEmpty() ? took : run.summary();
    EmptyState state =
        new EmptyState(
            Icon.QUERY, title, Text.of(key + (run.onlyReads() ? ".rows" : ".change"), what));
    return run.onlyReads()
        ? state.action(Buttons.normal(Text.of("query.former.again"), () -> again.accept(run.sql())))
        : state;
  }
}
