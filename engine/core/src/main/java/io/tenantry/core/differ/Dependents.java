package io.tenantry.core.differ;

import io.tenantry.core.schema.SchemaObject;
import io.tenantry.core.schema.SchemaObject.Type;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.Token;
import io.tenantry.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Views and triggers that name a table, directly or through a view; names that look so count. */
final class Dependents {
  private Dependents() {}

  /** Returns the triggers and then the views, each before those it reads. */
  static List<SchemaObject> of(SchemaSnapshot schema, String table) {
    Set<String> names = SqlNames.set();
    names.add(table);
    List<SchemaObject> views = new ArrayList<>();
    boolean more = true;
    while (more) {
      List<SchemaObject> found =
          schema.objects().stream()
              .filter(object -> object.type() == Type.VIEW && !views.contains(object))
              .filter(object -> mentions(object, names))
              .toList();
      found.forEach(view -> names.add(view.name()));
      views.addAll(found);
      more = !found.isEmpty();
    }
    List<SchemaObject> all = new ArrayList<>();
    schema.objects().stream()
        .filter(object -> object.type() == Type.TRIGGER && mentions(object, names))
        .forEach(all::add);
    all.addAll(views.reversed());
    return all;
  }

  private static boolean mentions(SchemaObject object, Set<String> names) {
    return Token.meaningful(object.sql()).stream()
        .filter(Tokens::isName)
        .map(Token::name)
        .anyMatch(names::contains);
  }
}
