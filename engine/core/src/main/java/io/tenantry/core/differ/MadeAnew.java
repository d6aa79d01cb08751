package io.tenantry.core.differ;

import io.tenantry.core.differ.Matching.Pair;
import io.tenantry.core.differ.TableFacts.Column;
import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.SchemaObject.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table or column of a schema that a database on its way there has nothing for.
 *
 * @param object its name: {@code notes}, or {@code users.age} for a column
 * @param rowsOf of a column, the table by its name before; empty for a table, which has no rows
 * @param value the SQL of a column's default; empty for NULL, and for a table
 */
public record MadeAnew(String object, Optional<String> rowsOf, Optional<String> value) {

  static List<MadeAnew> all(Scratch target, Matching matching) {
    List<MadeAnew> all = new ArrayList<>();
    for (SchemaObject object : target.schema().objects()) {
      if (object.type() == Type.TABLE) {
        matching
            .to(object.name())
            .ifPresentOrElse(
                pair -> all.addAll(columns(target, pair)),
                () -> all.add(new MadeAnew(object.name(), Optional.empty(), Optional.empty())));
      }
    }
    return all;
  }

  private static List<MadeAnew> columns(Scratch target, Pair pair) {
    return target.facts(pair.to().name()).columns().stream()
        .filter(column -> !column.generated() && pair.before(column.name()).isEmpty())
        .map(column -> column(pair, column))
        .toList();
  }

  private static MadeAnew column(Pair pair, Column column) {
    return new MadeAnew(
        pair.to().name() + "." + column.name(),
        Optional.of(pair.from().name()),
        Optional.of(column.defaultValue()).filter(value -> !Expressions.isNull(value)));
  }
}
