package io.tenantry.core.oracle;

import io.tenantry.contract.deployments.DataLoss;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the numbers of what was said to be lost with what was there right before. */
final class Counted {
  private static final String TABLE = "drops table ";
  private static final String FILLS = "fills empty values of ";
  private static final String WITH_ROWS = " with its rows";
  private static final List<String> COLUMNS = List.of("drops column ", "drops columns ");
  private static final List<String> WITH_VALUES = List.of(" with its values", " with their values");

  private final Map<String, Map<String, Map<String, String>>> tables;
  private final String script;

  /**
   * Takes what was there.
   *
   * @param tables by table the rows by key, each with its values by column
   */
  Counted(Map<String, Map<String, Map<String, String>>> tables, String script) {
    this.tables = tables;
    this.script = script;
  }

  /**
   * Requires the right numbers; what says none is named by the other of two names. What a script
   * fills before it drops the column goes with it, and is told by both.
   */
  void require(List<DataLoss> losses) {
    for (DataLoss loss : losses) {
      long said = loss.rows() + loss.values();
      if (said > 0) {
        long filled = filled(loss.what(), losses);
        found(loss.what())
            .filter(found -> said < found || said > found + filled)
            .ifPresent(
                found -> {
                  throw new AssertionError(
                      "%s: said %d, there were %d%n%s".formatted(loss, said, found, script));
                });
      }
    }
  }

  private static long filled(String what, List<DataLoss> losses) {
    return losses.stream()
        .filter(loss -> loss.what().startsWith(FILLS))
        .filter(loss -> what.contains(loss.what().substring(FILLS.length())))
        .mapToLong(DataLoss::values)
        .sum();
  }

  private Optional<Long> found(String what) {
    if (what.startsWith(TABLE) && what.endsWith(WITH_ROWS)) {
      String table = what.substring(TABLE.length(), what.length() - WITH_ROWS.length());
      return Optional.ofNullable(tables.get(table)).map(rows -> (long) rows.size());
    }
    for (int i = 0; i < COLUMNS.size(); i++) {
      String start = COLUMNS.get(i);
      String end = WITH_VALUES.get(i);
      if (what.startsWith(start) && what.endsWith(end)) {
        String names = what.substring(start.length(), what.length() - end.length());
        return Optional.of(Arrays.stream(names.split(", ")).mapToLong(this::values).sum());
      }
    }
    return Optional.empty();
  }

  /** Counts the values of a column that are not NULL. */
  private long values(String name) {
    return tables.entrySet().stream()
        .filter(table -> name.startsWith(table.getKey() + "."))
        .mapToLong(table -> values(table.getValue(), name.substring(table.getKey().length() + 1)))
        .sum();
  }

  private static long values(Map<String, Map<String, String>> rows, String column) {
    return rows.values().stream()
        .filter(row -> !row.getOrDefault(column, "NULL").equals("NULL"))
        .count();
  }
}
