package io.tenantry.core.schema;

import io.tenantry.sql.SqlNames;
import java.util.stream.Stream;

/** How SQLite converts what is stored in a column of a declared type. */
public enum Affinity {
  INTEGER,
  TEXT,
  BLOB,
  REAL,
  NUMERIC;

  /** Returns the affinity of a declared type. */
  public static Affinity of(String type) {
    String upper = SqlNames.upper(type);
    if (upper.contains("INT")) {
      return INTEGER;
    }
    if (Stream.of("CHAR", "CLOB", "TEXT").anyMatch(upper::contains)) {
      return TEXT;
    }
    if (upper.isEmpty() || upper.contains("BLOB") || upper.equals("ANY")) {
      return BLOB;
    }
    return Stream.of("REAL", "FLOA", "DOUB").anyMatch(upper::contains) ? REAL : NUMERIC;
  }

  /** Returns whether a value may come out as another one. */
  public boolean isLossyTo(Affinity other) {
    boolean fromText = this == TEXT || this == BLOB;
    boolean toNumber = other == INTEGER || other == NUMERIC || other == REAL;
    return fromText && toNumber || other == REAL && this != REAL;
  }
}
