package io.tenantry.core.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A script under way: its statements, and the database that it leads to. */
final class Script {
  final RandomDatabase database;
  private final List<String> statements = new ArrayList<>();

  Script(RandomDatabase database) {
    this.database = database;
  }

  void run(String sql, Object... values) {
    statements.add(sql.formatted(values));
  }

  void runAll(List<String> all) {
    statements.addAll(all);
  }

  List<String> statements() {
    return List.copyOf(statements);
  }

  List<Other> dropOthers(Predicate<Other> which) {
    List<Other> gone = database.others.stream().filter(which).toList();
    gone.forEach(other -> runAll(other.drop()));
    database.others.removeAll(gone);
    return gone;
  }

  void createOthers(List<Other> others) {
    others.forEach(other -> runAll(other.create()));
    database.others.addAll(others);
  }

  /** A search names its table for good, so it goes while that gets another name. */
  void withoutSearch(Table table, Runnable change) {
    List<Other> gone = dropOthers(other -> other.isSearch() && other.isAbout(table));
    change.run();
    createOthers(gone);
  }
}
