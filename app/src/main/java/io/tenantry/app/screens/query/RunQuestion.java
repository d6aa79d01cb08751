package io.tenantry.app.screens.query;

import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.sql.StatementKind;
import java.util.ArrayList;
import java.util.List;

/** What is asked before a text that may change something runs. */
final class RunQuestion {
  /** So many are named; the rest is a number. */
  static final int NAMED = 4;

  private RunQuestion() {}

  /** Asks about one place. */
  static GuardedChange one(String name, String sql) {
    String title = Text.of("query.guard.one.title", name);
    return StatementKind.sweeps(sql)
        ? GuardedChange.destructive(
            title, Text.of("query.guard.one.sweeps"), Text.of("controls.sql.run"), name)
        : GuardedChange.normal(
            title, Text.of("query.guard.one.text"), Text.of("controls.sql.run"), name);
  }

  /**
   * Asks about many tenants.
   *
   * @param some the first of them, to be named
   * @param count how many there are
   */
  static GuardedChange many(List<TenantId> some, long count, String sql) {
    String number = Figures.count(count);
    String what = Figures.count(count, Text.of("query.tenant"), Text.of("query.tenants"));
    List<String> lines = new ArrayList<>();
    some.stream().limit(NAMED).map(TenantId::value).forEach(lines::add);
    if (count > lines.size()) {
      lines.add(Text.of("dialogs.more", Figures.count(count - lines.size())));
    }
    boolean sweeps = StatementKind.sweeps(sql);
    GuardedChange.Weight weight =
        sweeps ? GuardedChange.Weight.FINAL : GuardedChange.Weight.DESTRUCTIVE;
    return new GuardedChange(
            Text.of("query.guard.many.title", what),
            Text.of(sweeps ? "query.guard.many.sweeps" : "query.guard.many.text"),
            Text.of("query.guard.many.action", what),
            number,
            weight)
        .reaching(count)
        .naming(lines);
  }
}
