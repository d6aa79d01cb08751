package io.tenantry.app.screens.diff;

import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.Change;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pending change as the list shows it.
 *
 * @param id its number
 * @param place its place in the order of deployment, from 1
 * @param version the version it came with
 * @param kind what it does, roughly
 * @param kindWords what it does, in words
 * @param object what it does it to
 * @param statement its SQL
 * @param does what it does in all, with its rows and losses, a line each
 * @param destructive whether it destroys data
 * @param tenants how many tenants have it; while any has, it stays
 * @param inverse the statement that would revert it, when there is one
 * @param createdAt when it was recorded
 */
record PendingChange(
    long id,
    int place,
    String version,
    Kind kind,
    String kindWords,
    String object,
    String statement,
    String does,
    boolean destructive,
    long tenants,
    Optional<String> inverse,
    Instant createdAt) {

  /** What a change does, as its icon shows it. */
  enum Kind {
    CREATE,
    ALTER,
    RENAME,
    DROP
  }

  static PendingChange of(Change change, int place) {
    return new PendingChange(
        change.id(),
        place,
        change.version().toString(),
        kind(change.kind()),
        words(change.kind()),
        change.object(),
        change.statement().strip(),
        does(change),
        change.destructive(),
        change.deployedToCount(),
        change.revertible() ? change.revertStatement() : Optional.empty(),
        change.createdAt());
  }

  private static String does(Change change) {
    return Stream.of(Optional.of(change.summary()), change.rowEffect(), change.loss())
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n"));
  }

  /** Says whether it can still be left out: no tenant has it. */
  boolean isOpen() {
    return tenants == 0;
  }

  /** Returns its SQL in one line. */
  String oneLine() {
    return statement.replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")");
  }

  /** Says whether reverting it destroys rows or values in the workspace. */
  boolean revertDestroys() {
    return inverse
        .map(sql -> sql.strip().toUpperCase(Locale.ROOT))
        .map(sql -> sql.startsWith("DROP TABLE") || sql.contains(" DROP COLUMN "))
        .orElse(false);
  }

  private static Kind kind(String code) {
    if (code.startsWith("create_") || code.startsWith("add_")) {
      return Kind.CREATE;
    }
    if (code.startsWith("drop_")) {
      return Kind.DROP;
    }
    return code.startsWith("rename_") ? Kind.RENAME : Kind.ALTER;
  }

  private static String words(String code) {
    return switch (code) {
      case "create_table" -> Text.of("diff.kind.createTable");
      case "create_index" -> Text.of("diff.kind.createIndex");
      case "create_view" -> Text.of("diff.kind.createView");
      case "create_trigger" -> Text.of("diff.kind.createTrigger");
      case "drop_table" -> Text.of("diff.kind.dropTable");
      case "drop_index" -> Text.of("diff.kind.dropIndex");
      case "drop_view" -> Text.of("diff.kind.dropView");
      case "drop_trigger" -> Text.of("diff.kind.dropTrigger");
      case "add_column" -> Text.of("diff.kind.addColumn");
      case "drop_column" -> Text.of("diff.kind.dropColumn");
      case "rename_table" -> Text.of("diff.kind.renameTable");
      case "rename_column" -> Text.of("diff.kind.renameColumn");
      case "rebuild_table" -> Text.of("diff.kind.rebuildTable");
      case "alter_table" -> Text.of("diff.kind.alterTable");
      default -> plain(code);
    };
  }

  private static String plain(String code) {
    String words = code.replace('_', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
