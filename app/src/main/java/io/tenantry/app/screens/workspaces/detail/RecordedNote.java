package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.workspaces.DataStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What there is to say of SQL that made a new version. */
sealed interface RecordedNote {

  /** What a change does to tenants with rows. */
  record Warned(ChangeWarning warning) implements RecordedNote {}

  /** What becomes of a data statement that came with changes. */
  record Data(DataStatement statement) implements RecordedNote {}

  /** Returns all notes on an answer, warnings first. */
  static List<RecordedNote> of(SqlAnswer answer) {
    return Stream.<RecordedNote>concat(
            answer.warnings().stream().map(Warned::new), answer.data().stream().map(Data::new))
        .toList();
  }

  /** Counts them in one line, so that nothing stays behind without a word. */
  static String summary(List<RecordedNote> notes) {
    long carried = statements(notes, true);
    long stays = statements(notes, false);
    long warnings = notes.stream().filter(Warned.class::isInstance).count();
    List<String> parts = new ArrayList<>();
    if (warnings > 0) {
      parts.add(Text.of("workspace.sql.warned", warnings));
    }
    if (carried > 0) {
      parts.add(Text.of("workspace.sql.carried", carried));
    }
    if (stays > 0) {
      parts.add(Text.of("workspace.sql.stays", stays));
    }
    return String.join(" · ", parts);
  }

  private static long statements(List<RecordedNote> notes, boolean carried) {
    return notes.stream()
        .flatMap(note -> note instanceof Data(DataStatement each) ? Stream.of(each) : Stream.of())
        .filter(statement -> statement.carried() == carried)
        .mapToLong(DataStatement::count)
        .sum();
  }
}
