package io.tenantry.core.rows;

import static io.tenantry.contract.blueprints.ChangeWarning.Code.LONG_LOCK;
import static io.tenantry.contract.blueprints.ChangeWarning.Code.LOSES_DATA;
import static io.tenantry.contract.blueprints.ChangeWarning.Code.MAY_FAIL;
import static io.tenantry.contract.blueprints.ChangeWarning.Code.NEEDS_EMPTY_TABLE;
import static io.tenantry.contract.blueprints.ChangeWarning.Code.QUOTED_TEXT;
import static io.tenantry.contract.blueprints.ChangeWarning.Code.REWRITES_TABLE;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.ChangeWarning.Code;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.sql.DdlStatement;
import io.tenantry.sql.DdlStatement.AddColumn;
import io.tenantry.sql.DdlStatement.AlterTable;
import io.tenantry.sql.DdlStatement.Create;
import io.tenantry.sql.DdlStatement.DropColumn;
import io.tenantry.sql.DdlStatement.Thing;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Tells what the statements of a walk do to databases with rows: what fails there, or may, what is
 * lost, and what takes long. One thread.
 */
public final class RowWarnings {
  private static final String TRY =
      "A dry run tells how long it takes; deploy it when little is written";
  private static final String LOOK = "A dry run finds the tenants whose rows do not fit";

  private final Sqlite sqlite;
  private final RowWalk walk;
  private final IntPredicate runs;
  private final Set<TrackedTable> holders;
  private final Map<Integer, Set<String>> texts;
  private final AddedColumns added = new AddedColumns();
  private final List<Found> found = new ArrayList<>();

  private record Found(int place, ChangeWarning warning) {}

  private RowWarnings(Sqlite sqlite, RowWalk walk, IntPredicate runs) {
    this.sqlite = sqlite;
    this.walk = walk;
    this.runs = runs;
    this.holders = walk.holders(runs);
    this.texts = QuotedTexts.of(sqlite, walk);
  }

  /**
   * Finds all warnings, in the order of the statements.
   *
   * @param runs which statements of the walk are taken to run
   */
  public static List<ChangeWarning> of(Sqlite sqlite, RowWalk walk, IntPredicate runs) {
    RowWarnings warnings = new RowWarnings(sqlite, walk, runs);
    List<Rebuild> rebuilds = Rebuild.of(walk, runs);
    walk.steps().stream().filter(step -> runs.test(step.place())).forEach(warnings::step);
    rebuilds.forEach(warnings::rebuilt);
    warnings.copied(rebuilds);
    RowLosses.of(walk, runs).forEach(warnings::lost);
    return warnings.found.stream()
        .sorted(Comparator.comparingInt(Found::place).thenComparing(each -> each.warning().code()))
        .map(Found::warning)
        .distinct()
        .toList();
  }

  private void step(RowStep step) {
    texts.getOrDefault(step.place(), Set.of()).forEach(text -> quoted(step, text));
    if (step.target().filter(holders::contains).isEmpty()) {
      return;
    }
    TrackedTable table = step.target().get();
    String name = nameAt(step, table);
    step.ddl().ifPresent(ddl -> schema(step, ddl, table, name));
    step.rows()
        .filter(rows -> !rows.inserts() || rows.isCommand() && table.isVirtual())
        .ifPresent(_ -> add(step, LONG_LOCK, "goes over the rows of %s".formatted(name), TRY));
  }

  private void quoted(RowStep step, String text) {
    add(
        step,
        QUOTED_TEXT,
        "nothing is called %s here: SQLite takes it for text".formatted(SqlNames.quote(text)),
        "Name a column that is there already, or write text in single quotes");
  }

  private static String nameAt(RowStep step, TrackedTable table) {
    return table.madeAt() < step.place() ? table.nameAt(step.place()) : table.firstName();
  }

  private void schema(RowStep step, DdlStatement ddl, TrackedTable table, String name) {
    switch (ddl) {
      case AddColumn addition -> added(step, addition, table, name);
      case DropColumn _ ->
          add(step, REWRITES_TABLE, "writes all rows of %s anew".formatted(name), TRY);
      case AlterTable _ -> restricted(step, name);
      case Create(Thing thing, _) when thing == Thing.INDEX && !walk.isUnchanged(step) ->
          indexed(step, table, name);
      default -> {}
    }
    added.changed(step.place(), table, ddl);
  }

  private void added(RowStep step, AddColumn addition, TrackedTable table, String name) {
    String column = name + "." + addition.column();
    List<String> columns =
        step.columns().getOrDefault(table, List.of()).stream().map(TableColumn::name).toList();
    ColumnAddition.of(sqlite, step.statement().sql())
        .ifPresent(
            each -> {
              switch (each.fit(columns)) {
                case IN_PLACE -> {}
                case WHERE_ROWS_FIT ->
                    add(
                        step,
                        MAY_FAIL,
                        "fails where a row does not fit %s".formatted(column),
                        LOOK);
                case BY_REBUILD -> rebuilt(step, each, name, column);
                case NEVER ->
                    add(
                        step,
                        NEEDS_EMPTY_TABLE,
                        "fails where %s has rows: none of them can have %s without a value"
                            .formatted(name, column),
                        "Give it a default that it may have, or add it without the constraint, fill"
                            + " it, and set the constraint then");
              }
            });
  }

  private void rebuilt(RowStep step, ColumnAddition addition, String name, String column) {
    add(
        step,
        REWRITES_TABLE,
        "SQLite adds %s to empty tables only: where %s has rows, it is made anew with them"
            .formatted(column, name),
        TRY);
    if (addition.has("REFERENCES")) {
      add(
          step,
          MAY_FAIL,
          "fails where the default of %s refers to nothing".formatted(column),
          LOOK);
    }
  }

  /** ALTER TABLE with a new constraint, or SET NOT NULL. */
  private void restricted(RowStep step, String name) {
    List<Token> tokens = Token.meaningful(step.statement().sql());
    boolean takesAway = tokens.stream().anyMatch(token -> token.isWord("DROP"));
    if (!takesAway) {
      add(step, MAY_FAIL, "fails where a row of %s breaks it".formatted(name), LOOK);
    }
  }

  private void indexed(RowStep step, TrackedTable table, String name) {
    List<Token> tokens = Token.meaningful(step.statement().sql());
    String terms = terms(step.statement().sql(), tokens);
    if (Tokens.isWord(tokens, 1, "UNIQUE") && !hasNull(step, table, terms)) {
      add(
          step,
          MAY_FAIL,
          "fails where rows of %s have equal values of (%s)".formatted(name, terms),
          "Look for them: SELECT %s, count(*) FROM %s GROUP BY %s HAVING count(*) > 1"
              .formatted(terms, RowLosses.quoted(name), terms));
    }
    add(step, LONG_LOCK, "sorts all rows of %s".formatted(name), TRY);
  }

  /** Returns whether a column of the index is still NULL in all rows: no two of them are equal. */
  private boolean hasNull(RowStep step, TrackedTable table, String terms) {
    List<Token> tokens = Token.meaningful(terms);
    int start = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i == tokens.size() || tokens.get(i).isPunctuation(',')) {
        if (isColumn(tokens.subList(start, i)) && isNull(step, table, tokens.get(start).name())) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private static boolean isColumn(List<Token> term) {
    return !term.isEmpty() && term.stream().allMatch(Tokens::isName);
  }

  private boolean isNull(RowStep step, TrackedTable table, String column) {
    OptionalInt addedAt = added.placeOf(table, column);
    boolean hasNoValue =
        CopyMap.find(step.columns().getOrDefault(table, List.of()), column)
            .filter(
                each ->
                    !each.generated() && each.byDefault().filter(RowWarnings::isValue).isEmpty())
            .isPresent();
    return addedAt.isPresent()
        && hasNoValue
        && walk.steps().subList(addedAt.getAsInt(), step.place()).stream()
            .noneMatch(each -> each.isData() && runs.test(each.place()));
  }

  private static boolean isValue(String expression) {
    return !SqlNames.same(expression, "NULL");
  }

  private static String terms(String sql, List<Token> tokens) {
    int open = 0;
    while (open < tokens.size() && !tokens.get(open).isPunctuation('(')) {
      open++;
    }
    return open == tokens.size()
        ? ""
        : Tokens.between(sql, tokens, open, Tokens.closing(tokens, open));
  }

  private void rebuilt(Rebuild rebuild) {
    walk.steps().stream()
        .filter(step -> runs.test(step.place()) && step.moves())
        .filter(step -> rebuild.tables().contains(step.target().orElseThrow()))
        .findFirst()
        .ifPresent(
            step ->
                add(
                    step,
                    REWRITES_TABLE,
                    "makes %s anew, row by row".formatted(rebuild.object()),
                    TRY));
  }

  private void copied(List<Rebuild> rebuilds) {
    boolean moves = walk.steps().stream().anyMatch(step -> runs.test(step.place()) && step.moves());
    if (!moves) {
      return;
    }
    try (CopyFit fit = new CopyFit(sqlite, walk, runs)) {
      for (TrackedTable table : walk.tables()) {
        if (!table.isOld() && !table.isVirtual() && holders.contains(table)) {
          fit.of(table, rebuilds)
              .forEach(
                  doubt ->
                      add(
                          doubt.step(),
                          doubt.isSure() ? NEEDS_EMPTY_TABLE : MAY_FAIL,
                          doubt.message(),
                          LOOK));
        }
      }
    }
  }

  private void lost(RowLoss loss) {
    found.add(
        new Found(
            loss.place(),
            new ChangeWarning(
                LOSES_DATA,
                walk.steps().get(loss.place()).statement().sql(),
                loss.what(),
                "Tenants are backed up before they lose anything, unless you say otherwise; a dry"
                    + " run counts it")));
  }

  private void add(RowStep step, Code code, String message, String remedy) {
    found.add(
        new Found(step.place(), new ChangeWarning(code, step.statement().sql(), message, remedy)));
  }
}
