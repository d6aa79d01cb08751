package io.tenantry.app.screens.query;

import io.tenantry.app.dialogs.Confirmation;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Optional;

/** The question before what runs is cut off. */
final class Interruption {
  private Interruption() {}

  /** Asks with a line for each tab that changes rows now; empty when none does. */
  static Optional<Confirmation> ofWrites(List<QueryTab> writing) {
    return of(writing, "query.interrupt");
  }

  /** Asks with a line for each tab that runs something now; empty when none does. */
  static Optional<Confirmation> of(List<QueryTab> running, List<QueryTab> writing) {
    return of(running, writing.isEmpty() ? "query.cutOff" : "query.interrupt");
  }

  private static Optional<Confirmation> of(List<QueryTab> tabs, String key) {
    return tabs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Confirmation(
                Text.of(key + ".title"),
                Text.of(key + ".text"),
                tabs.stream().map(Interruption::line).toList(),
                0,
                List.of(),
                Text.of(key + ".act"),
                true,
                Optional.empty()));
  }

  private static String line(QueryTab tab) {
    return tab.runProperty()
        .get()
        .map(run -> run.target().words() + ": " + RunWords.summary(run))
        .orElseGet(tab::title);
  }
}
