package io.tenantry.core.schema;

import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.sql.SqlNames;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The schema of one database at one moment, as the CREATE statements that SQLite keeps.
 *
 * @param objects in order of creation, without what SQLite or a virtual table made by itself
 */
public record SchemaSnapshot(List<SchemaObject> objects) {
  private static final String SHADOWS =
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'";
  private static final Comparator<SchemaObject> CANONICAL =
      Comparator.comparing(SchemaObject::type).thenComparing(SchemaObject::name, SqlNames.ORDER);

  /** Copies the objects. */
  public SchemaSnapshot {
    objects = List.copyOf(objects);
  }

  /** Reads the schema of a database. */
  public static SchemaSnapshot read(SqliteDatabase database) {
    return withoutShadows(SchemaObject.readAll(database), database);
  }

  static SchemaSnapshot withoutShadows(List<SchemaObject> all, SqliteDatabase database) {
    if (all.stream().noneMatch(SchemaObject::isVirtual)) {
      return new SchemaSnapshot(all);
    }
    Set<String> shadows = SqlNames.set(database.query(SHADOWS, row -> Cells.text(row, 0)));
    return new SchemaSnapshot(
        all.stream().filter(object -> !shadows.contains(object.table())).toList());
  }

  /** Returns the CREATE statements in order of creation. */
  public List<String> statements() {
    return objects.stream().map(SchemaObject::sql).toList();
  }

  /**
   * Returns the schema in its canonical spelling: one line per object, by kind and name. Two
   * databases have the same text exactly when SQLite treats their schemas alike, except that the
   * order of columns counts.
   */
  public String normalised() {
    SchemaNames names = new SchemaNames(objects);
    return objects.stream()
        .sorted(CANONICAL)
        .map(object -> NormalizedSql.of(object, names) + "\n")
        .collect(Collectors.joining());
  }

  /** Returns whether an object means the same here as another one means in its schema. */
  public boolean isAlike(SchemaObject object, SchemaSnapshot schema, SchemaObject other) {
    return object.sql().equals(other.sql())
        || NormalizedSql.of(object, new SchemaNames(objects))
            .equals(NormalizedSql.of(other, new SchemaNames(schema.objects)));
  }

  /** Returns the fingerprint of the canonical spelling. */
  public Fingerprint fingerprint() {
    return Fingerprint.ofText(normalised());
  }
}
