package io.tenantry.core.rows;

import io.tenantry.core.rows.CopyMap.Copied;
import io.tenantry.core.rows.Identities.Identity;
import io.tenantry.sql.DdlStatement;
import io.tenantry.sql.DdlStatement.AddColumn;
import io.tenantry.sql.DdlStatement.RenameColumn;
import io.tenantry.sql.SqlNames;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One table through a walk: who its columns are, and which tables its rows came from. */
final class Strand {
  private final TrackedTable table;
  private final String origin;
  private final Map<String, Identity> columns = new HashMap<>();
  private final Map<Strand, Source> sources = new LinkedHashMap<>();

  /**
   * Where rows came from.
   *
   * @param allRows whether surely all rows of that table came
   * @param columns who a column was there
   */
  record Source(Strand strand, boolean allRows, Map<Identity, Identity> columns) {
    /** Returns who a column was there, or the column itself if nobody. */
    Identity before(Identity column) {
      return columns.getOrDefault(column, column);
    }
  }

  Strand(TrackedTable table, String origin) {
    this.table = table;
    this.origin = origin;
  }

  TrackedTable table() {
    return table;
  }

  Identity identity() {
    return new Identity(origin, SqlNames.fold(table.firstName()));
  }

  /** Returns who a column is by its name of the moment. */
  Identity column(String name) {
    String folded = SqlNames.fold(name);
    return columns.getOrDefault(folded, new Identity(origin, folded));
  }

  void changed(DdlStatement ddl, String moment) {
    switch (ddl) {
      case AddColumn(_, String name) -> {
        String folded = SqlNames.fold(name);
        columns.put(folded, new Identity(moment, folded));
      }
      case RenameColumn(_, String from, String to) -> {
        Identity renamed = column(from);
        columns.remove(SqlNames.fold(from));
        columns.put(SqlNames.fold(to), renamed);
      }
      default -> {}
    }
  }

  /** A column that an expression makes is a new one, unless it only replaces one of its name. */
  void copied(CopyMap copy, Strand from) {
    Source known = sources.getOrDefault(from, new Source(from, false, new HashMap<>()));
    copy.columns().stream()
        .filter(each -> !each.changed() || SqlNames.same(each.from(), each.to().name()))
        .sorted(Comparator.comparing(Copied::changed))
        .forEach(
            each ->
                known.columns().putIfAbsent(column(each.to().name()), from.column(each.from())));
    sources.put(from, new Source(from, known.allRows() || copy.allRows(), known.columns()));
  }

  /** Returns where its rows came from, but for younger tables. */
  List<Source> sources() {
    return sources.values().stream()
        .filter(source -> source.strand().table.madeAt() < table.madeAt())
        .toList();
  }
}
