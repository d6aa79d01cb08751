package io.tenantry.core.logs;

import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.SqliteStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The databases that a log numbers, as one caller may see them. One thread. */
final class Subjects {
  private static final String NAMED =
      "SELECT id, tenant_id, tenant, blueprint FROM subject WHERE id = ?";
  private static final String ALL =
      "SELECT id, tenant_id, tenant, blueprint FROM subject WHERE tenant_id <> 0";
  private static final String OF_TENANT = ALL + " AND tenant = ?";
  private static final String BLUEPRINTS =
      "SELECT id, tenant_id, tenant, blueprint FROM subject WHERE tenant_id = 0";

  private final SqliteDatabase database;
  private final Predicate<WorkspaceName> reach;
  private final Map<Long, LogSubject> known = new HashMap<>();

  Subjects(SqliteDatabase database, Predicate<WorkspaceName> reach) {
    this.database = database;
    this.reach = reach;
  }

  private record Numbered(long id, LogSubject subject) {
    static Numbered of(SqliteStatement row) {
      return new Numbered(
          Columns.number(row, 0),
          new LogSubject(
              Columns.number(row, 1),
              Columns.text(row, 2),
              new WorkspaceName(Columns.text(row, 3))));
    }
  }

  /** Returns the databases that a search wants and the caller reaches; empty when that is all. */
  Optional<String> wanted(LogSearch search) {
    boolean everything =
        search.tenant().isEmpty() && search.blueprint().isEmpty() && reachesAllBlueprints();
    return everything ? Optional.empty() : Optional.of(json(numbers(search)));
  }

  private boolean reachesAllBlueprints() {
    return database.query(BLUEPRINTS, Numbered::of).stream()
        .allMatch(each -> reach.test(each.subject().blueprint()));
  }

  private List<Long> numbers(LogSearch search) {
    List<Numbered> found =
        search
            .tenant()
            .map(tenant -> database.query(OF_TENANT, Numbered::of, Value.of(tenant.value())))
            .orElseGet(() -> database.query(ALL, Numbered::of));
    return found.stream()
        .filter(each -> reach.test(each.subject().blueprint()))
        .filter(
            each ->
                search.blueprint().isEmpty()
                    || search.blueprint().get().equals(each.subject().blueprint()))
        .map(Numbered::id)
        .toList();
  }

  /** Returns the database with a number. */
  LogSubject of(long number) {
    return known.computeIfAbsent(number, this::read);
  }

  private LogSubject read(long number) {
    return database.query(NAMED, Numbered::of, Value.of(number)).getFirst().subject();
  }

  /** Returns the tenant of a database. */
  TenantId tenantOf(long number) {
    return new TenantId(of(number).tenant());
  }

  private static String json(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
