package io.tenantry.core.differ;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.PlanStep.Effect;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.TableText;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A virtual table: its module decides whether its rows can be copied. */
final class VirtualTable {
  private static final Set<String> TEXT_SEARCH = Set.of("fts3", "fts4", "fts5");
  private static final Set<String> BOXES = Set.of("rtree", "rtree_i32");

  private final SchemaObject object;
  private final List<Token> tokens;
  private final String module;

  VirtualTable(SchemaObject object) {
    this.object = object;
    this.tokens = Token.meaningful(object.sql());
    int using = 0;
    while (using < tokens.size() && !tokens.get(using).isWord("USING")) {
      using++;
    }
    this.module = using + 1 < tokens.size() ? SqlNames.fold(tokens.get(using + 1).name()) : "";
  }

  /** Makes it; an index over another table's text is filled at once. */
  PlanStep create() {
    PlanStep step = Steps.create(object, false);
    return isIndexOfAnother()
        ? new PlanStep(
            step.kind(),
            step.object(),
            Effect.REWRITE,
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(object.sql(), fill()))
        : step;
  }

  /**
   * Returns how it becomes another one without losing its rows; empty when it cannot.
   *
   * @param old names of its columns
   * @param kept those that it keeps, with their names in the other one
   * @param temporary a name that nothing has
   */
  Optional<PlanStep> rebuild(
      VirtualTable wanted, List<String> old, Map<String, String> kept, String temporary) {
    if (!module.equals(wanted.module)) {
      return Optional.empty();
    }
    if (isIndexOfAnother() && wanted.isIndexOfAnother()) {
      return Optional.of(
          step(wanted, Optional.empty(), List.of(drop(), wanted.object.sql(), wanted.fill())));
    }
    boolean numbered = TEXT_SEARCH.contains(module);
    if (keepsNoText() || wanted.keepsNoText() || !numbered && !BOXES.contains(module)) {
      return Optional.empty();
    }
    return Optional.of(copied(wanted, old, kept, temporary, numbered));
  }

  private PlanStep copied(
      VirtualTable wanted,
      List<String> old,
      Map<String, String> kept,
      String temporary,
      boolean numbered) {
    List<String> into = new ArrayList<>(numbered ? List.of("rowid") : List.of());
    List<String> values = new ArrayList<>(into);
    kept.forEach(
        (from, to) -> {
          into.add(Steps.quoted(to));
          values.add(Steps.quoted(from));
        });
    Optional<String> loss =
        old.stream()
            .filter(name -> !kept.containsKey(name))
            .map(name -> TableAlter.lossOf(object.name() + "." + name))
            .reduce((a, b) -> a + "; " + b);
    return step(
        wanted,
        loss,
        List.of(
            new TableText(wanted.object.sql()).named(temporary),
            "INSERT INTO %s (%s) SELECT %s FROM %s"
                .formatted(
                    Steps.quoted(temporary),
                    String.join(", ", into),
                    String.join(", ", values),
                    Steps.quoted(object.name())),
            drop(),
            Steps.alter(temporary) + " RENAME TO " + Steps.quoted(wanted.object.name())));
  }

  private static PlanStep step(
      VirtualTable wanted, Optional<String> loss, List<String> statements) {
    return new PlanStep(
        "rebuild_virtual_table",
        wanted.object.name(),
        loss.isPresent() ? Effect.DESTRUCTIVE : Effect.REWRITE,
        loss,
        Optional.empty(),
        false,
        statements);
  }

  /** A full-text index over the rows of another table has no text of its own. */
  private boolean isIndexOfAnother() {
    return TEXT_SEARCH.contains(module) && content().filter(name -> !name.isEmpty()).isPresent();
  }

  private boolean keepsNoText() {
    return TEXT_SEARCH.contains(module) && content().isPresent();
  }

  /** Returns the value of the option content; empty text means that no text is kept at all. */
  private Optional<String> content() {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).isWord("content")
          && tokens.get(i + 1).text().equals("=")
          && Tokens.isName(tokens.get(i + 2))) {
        return Optional.of(tokens.get(i + 2).name());
      }
    }
    return Optional.empty();
  }

  private String drop() {
    return "DROP TABLE " + Steps.quoted(object.name());
  }

  private String fill() {
    String name = Steps.quoted(object.name());
    return "INSERT INTO %s (%s) VALUES ('rebuild')".formatted(name, name);
  }
}
