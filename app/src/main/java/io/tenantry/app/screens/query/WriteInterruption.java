package io.tenantry.app.screens.query;

import io.tenantry.app.dialogs.Confirmation;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Optional;

/** The question before a statement that changes rows is stopped in the middle. */
final class WriteInterruption {
  private WriteInterruption() {}

  /** Asks with a line for each tab that changes rows now; empty when none does. */
  static Optional<Confirmation> of(List<QueryTab> writing) {
    return writing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Confirmation(
                Text.of("query.interrupt.title"),
                Text.of("query.interrupt.text"),
                writing.stream().map(WriteInterruption::line).toList(),
                List.of(),
                Text.of("query.interrupt.act"),
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
