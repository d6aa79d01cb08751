package io.tenantry.core.tenants;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An order of tenants {@code t} in SQL, and the place of a row in it. */
final class TenantOrder {
  private static final char SEPARATOR = ':';

  private final TenantFilter.Sort sort;
  private final Key key;
  private final boolean backwards;

  /** What rows are ordered by; no two rows have the same. */
  private enum Key {
    NUMBER("t.id"),
    NAME("t.name"),
    STATUS("t.status", "t.id");

    private final List<String> columns;

    Key(String... columns) {
      this.columns = List.of(columns);
    }
  }

  /** What is known of a row. */
  record Place(long number, String name, String status) {}

  TenantOrder(TenantFilter.Sort sort) {
    this.sort = sort;
    key =
        switch (sort) {
          case CREATED, CREATED_DESC -> Key.NUMBER;
          case ID, ID_DESC -> Key.NAME;
          case STATUS, STATUS_DESC -> Key.STATUS;
        };
    backwards =
        switch (sort) {
          case CREATED, ID, STATUS -> false;
          case CREATED_DESC, ID_DESC, STATUS_DESC -> true;
        };
  }

  boolean isByName() {
    return key == Key.NAME;
  }

  /** Returns the clause. */
  String by() {
    return by("");
  }

  /** Returns the clause in a form that no index fits, for rows that another one has found. */
  String byWithoutIndex() {
    return by("+");
  }

  private String by(String before) {
    return key.columns.stream()
        .map(column -> before + column + (backwards ? " DESC" : ""))
        .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  /** Returns the condition for what stands behind the row whose {@link #values} are bound. */
  String behind() {
    return compared(backwards ? "<" : ">");
  }

  /** Returns the condition for what stands before it. */
  String before() {
    return compared(backwards ? ">" : "<");
  }

  private String compared(String sign) {
    return "(%s) %s (%s)"
        .formatted(
            String.join(", ", key.columns),
            sign,
            IntStream.range(0, key.columns.size())
                .mapToObj(index -> ":key" + index)
                .collect(Collectors.joining(", ")));
  }

  Map<String, Object> values(Place row) {
    return numbered(
        switch (key) {
          case NUMBER -> List.of(row.number());
          case NAME -> List.of(row.name());
          case STATUS -> List.of(row.status(), row.number());
        });
  }

  private static Map<String, Object> numbered(List<Object> keys) {
    Map<String, Object> values = new LinkedHashMap<>();
    keys.forEach(each -> values.put("key" + values.size(), each));
    return values;
  }

  /** Writes where the next page starts. */
  String cursor(Place last) {
    String text =
        switch (key) {
          case NUMBER -> Long.toString(last.number());
          case NAME -> last.name();
          case STATUS -> last.status() + SEPARATOR + last.number();
        };
    return new ListCursor(list(), text).encode();
  }

  /**
   * Reads where a page starts.
   *
   * @throws EngineException BAD_REQUEST when it is not a cursor of this list
   */
  Map<String, Object> values(String cursor) {
    return numbered(
        switch (key) {
          case NUMBER -> List.of(ListCursor.number(list(), cursor));
          case NAME -> List.of(ListCursor.key(list(), cursor));
          case STATUS -> statusAndNumber(cursor);
        });
  }

  private List<Object> statusAndNumber(String cursor) {
    String text = ListCursor.key(list(), cursor);
    int end = Math.max(0, text.indexOf(SEPARATOR));
    return List.of(
        text.substring(0, end),
        ListCursor.parsed(cursor, text.substring(Math.min(end + 1, text.length()))));
  }

  private String list() {
    return "tenants." + sort.name().toLowerCase(Locale.ROOT);
  }
}
