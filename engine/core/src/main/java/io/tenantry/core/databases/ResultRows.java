package io.tenantry.core.databases;

import io.tenantry.contract.queries.Value;
import io.tenantry.core.sqlite.SqliteStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the rows of one answer up to a number of rows and a size that memory can bear. */
final class ResultRows {
  private static final long MAX_BYTES = 64L << 20;

  private final int maxRows;
  private final List<List<Value>> rows = new ArrayList<>();
  private long bytes;
  private boolean truncated;

  ResultRows(int maxRows) {
    this.maxRows = maxRows;
  }

  /** Returns whether rows were left out. */
  boolean fetch(SqliteStatement statement) {
    while (statement.step()) {
      if (rows.size() >= maxRows || bytes > MAX_BYTES) {
        truncated = true;
        break;
      }
      List<Value> row = statement.row();
      for (Value value : row) {
        bytes += SqliteStatement.sizeOf(value);
      }
      rows.add(row);
    }
    return truncated;
  }

  List<List<Value>> rows() {
    return rows;
  }

  boolean truncated() {
    return truncated;
  }

  /** Returns the declared type of each column, else the storage class of its first value. */
  List<String> types(SqliteStatement statement) {
    List<Optional<String>> declared = statement.declaredTypes();
    List<String> types = new ArrayList<>(declared.size());
    for (int i = 0; i < declared.size(); i++) {
      Optional<String> type = declared.get(i);
      types.add(type.isPresent() && !type.get().isEmpty() ? type.get() : storageClass(i));
    }
    return types;
  }

  private String storageClass(int column) {
    for (List<Value> row : rows) {
      String name =
          switch (row.get(column)) {
            case Value.Null _ -> "";
            case Value.Integer _ -> "INTEGER";
            case Value.Real _ -> "REAL";
            case Value.Text _ -> "TEXT";
            case Value.Blob _ -> "BLOB";
          };
      if (!name.isEmpty()) {
        return name;
      }
    }
    return "NULL";
  }
}
