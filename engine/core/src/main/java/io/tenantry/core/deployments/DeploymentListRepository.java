package io.tenantry.core.deployments;

import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.access.Scope;
import io.tenantry.core.tenants.Ids;
import io.tenantry.core.tenants.ListCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** Pages through the deployments of a project, inside a transaction of its caller. */
final class DeploymentListRepository {
  private static final String COUNT =
      """
      SELECT count(*)
      FROM deployment p
      JOIN blueprint b ON b.id = p.blueprint_id
      """;

  private final DeploymentFilter filter;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final StringBuilder where = new StringBuilder("WHERE p.project_id = :project");

  private record Numbered(long number, DeploymentRow row) {}

  DeploymentListRepository(ProjectId project, Scope scope, DeploymentFilter filter) {
    this.filter = filter;
    values.put("project", project.value());
    if (!scope.isProject()) {
      List<String> names = scope.type() == ScopeType.WORKSPACE ? scope.values() : List.of();
      restrict("b.name IN (SELECT value FROM json_each(:scope))", "scope", Ids.jsonTexts(names));
    }
    filter.blueprint().ifPresent(name -> restrict("b.name = :name", "name", name.value()));
    filter.status().ifPresent(status -> restrict("p.status = :status", "status", status.code()));
    filter.search().ifPresent(this::search);
  }

  private void search(String text) {
    for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      String name = "word" + values.size();
      restrict("instr(b.name || ' 1.' || p.minor || ' ' || p.id, :" + name + ") > 0", name, word);
    }
  }

  private void restrict(String condition, String name, Object value) {
    where.append(" AND ").append(condition);
    values.put(name, value);
  }

  Page<DeploymentRow> page(Handle handle, PageRequest page) {
    List<Numbered> rows = new ArrayList<>(rows(handle, page));
    Optional<String> next = Optional.empty();
    if (page.limit().isPresent() && rows.size() > page.limit().get()) {
      rows.removeLast();
      next = Optional.of(new ListCursor(list(), Long.toString(rows.getLast().number())).encode());
    }
    long total = bound(handle.createQuery(COUNT + where)).mapTo(Long.class).one();
    return new Page<>(rows.stream().map(Numbered::row).toList(), total, next);
  }

  private List<Numbered> rows(Handle handle, PageRequest page) {
    page.cursor().ifPresent(cursor -> values.put("key", ListCursor.number(list(), cursor)));
    String behind = page.cursor().map(_ -> " AND p.rowid " + behind() + " :key").orElse("");
    return bound(
            handle.createQuery(
                DeploymentRowRepository.SELECT
                    + where
                    + behind
                    + " ORDER BY p.rowid "
                    + (isBackwards() ? "DESC" : "ASC")
                    + " LIMIT :limit OFFSET :offset"))
        .bind("limit", page.limit().map(limit -> limit + 1).orElse(-1))
        .bind("offset", page.offset().orElse(0L))
        .map(
            (row, _) ->
                new Numbered(row.getLong("number"), DeploymentRowRepository.deployment(row)))
        .list();
  }

  private Query bound(Query query) {
    return query
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .bindMap(values);
  }

  private String behind() {
    return isBackwards() ? "<" : ">";
  }

  private boolean isBackwards() {
    return switch (filter.sort()) {
      case CREATED_DESC -> true;
      case CREATED -> false;
    };
  }

  private String list() {
    return "deployments." + filter.sort().name().toLowerCase(Locale.ROOT);
  }
}
