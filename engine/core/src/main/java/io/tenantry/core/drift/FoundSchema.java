package io.tenantry.core.drift;

import io.tenantry.core.schema.Fingerprint;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.StatementReader;
import io.tenantry.sql.SqlStatement;
import java.util.List;

/**
 * What lies in a file.
 *
 * @param minor the version it says it is on; any number
 * @param fingerprint of its schema
 * @param statements its CREATE statements in order of creation
 */
record FoundSchema(int minor, Fingerprint fingerprint, List<String> statements) {
  /** On lines of their own, so that no comment hides them. */
  private static final String SEPARATOR = "\n;\n";

  static FoundSchema of(int minor, SchemaSnapshot schema) {
    return new FoundSchema(minor, schema.fingerprint(), schema.statements());
  }

  /** Returns the statements as one script. */
  String script() {
    return String.join(SEPARATOR, statements);
  }

  static List<String> statements(String script) {
    return StatementReader.split(script).stream().map(SqlStatement::text).toList();
  }
}
