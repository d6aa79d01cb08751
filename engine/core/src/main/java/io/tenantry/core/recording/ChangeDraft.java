package io.tenantry.core.recording;

import io.tenantry.core.recording.Watched.Together;
import io.tenantry.core.rows.Rebuild;
import io.tenantry.core.rows.RowWalk;
import io.tenantry.sql.DdlStatement;
import io.tenantry.sql.DdlStatement.AddColumn;
import io.tenantry.sql.DdlStatement.AlterTable;
import io.tenantry.sql.DdlStatement.Create;
import io.tenantry.sql.DdlStatement.Drop;
import io.tenantry.sql.DdlStatement.DropColumn;
import io.tenantry.sql.DdlStatement.RenameColumn;
import io.tenantry.sql.DdlStatement.RenameTable;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One change of a request while it is being put together. One thread. */
final class ChangeDraft {
  private static final int NAMED = 5;

  private final String kind;
  private final String object;
  private final String summary;
  private final Optional<String> revert;
  private final Set<String> rowEffects = new LinkedHashSet<>();
  private final Set<String> losses = new LinkedHashSet<>();

  private ChangeDraft(String kind, String object, String summary, Optional<String> revert) {
    this.kind = kind;
    this.object = object;
    this.summary = summary;
    this.revert = revert;
  }

  static ChangeDraft single(Watched step) {
    DdlStatement ddl = step.ddl().orElseThrow();
    return new ChangeDraft(ddl.kind(), label(ddl), summary(ddl), step.inverse());
  }

  private static String label(DdlStatement ddl) {
    return switch (ddl) {
      case AddColumn(String table, String column) -> table + "." + column;
      case DropColumn(String table, String column) -> table + "." + column;
      case RenameColumn(String table, _, String to) -> table + "." + to;
      case RenameTable(_, String to) -> to;
      case Create _, Drop _, AlterTable _ -> ddl.object();
    };
  }

  private static String summary(DdlStatement ddl) {
    return switch (ddl) {
      case RenameColumn(String table, String from, String to) ->
          "rename column %s.%s to %s".formatted(table, from, to);
      case RenameTable(String table, String to) -> "rename table %s to %s".formatted(table, to);
      case AddColumn _, DropColumn _, Create _, Drop _, AlterTable _ ->
          spoken(ddl.kind()) + " " + label(ddl);
    };
  }

  private static String spoken(String kind) {
    return kind.replace('_', ' ');
  }

  static ChangeDraft together(Together together) {
    ChangeDraft draft =
        new ChangeDraft(
            together.kind(),
            together.object(),
            spoken(together.kind()) + " " + together.object(),
            Optional.empty());
    together.loss().ifPresent(draft::loses);
    return draft;
  }

  static ChangeDraft rebuild(Rebuild rebuild, RowWalk walk) {
    return new ChangeDraft(
        "rebuild_table", rebuild.object(), rebuild.summary(walk), Optional.empty());
  }

  void touchesRows(String how) {
    rowEffects.add(how);
  }

  void loses(String what) {
    losses.add(what);
  }

  RecordedChange change() {
    return new RecordedChange(kind, object, summary, text(rowEffects), text(losses), revert);
  }

  private static Optional<String> text(Collection<String> parts) {
    long more = parts.size() - NAMED;
    String text = parts.stream().limit(NAMED).collect(Collectors.joining("; "));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(more > 0 ? text + "; and " + more + " more" : text);
  }
}
