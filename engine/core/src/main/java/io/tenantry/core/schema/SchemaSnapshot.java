package io.tenantry.core.schema;

import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
      Comparator.comparing(SchemaObject::type)
          .thenComparing(object -> object.name().toLowerCase(Locale.ROOT));

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
    Set<String> shadows = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    shadows.addAll(database.query(SHADOWS, row -> Cells.text(row, 0)));
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
    return objects.stream()
        .sorted(CANONICAL)
        .map(object -> NormalizedSql.of(object.sql()) + "\n")
        .collect(Collectors.joining());
  }

  /** Returns the fingerprint of the canonical spelling. */
  public Fingerprint fingerprint() {
    return Fingerprint.ofText(normalised());
  }
}
