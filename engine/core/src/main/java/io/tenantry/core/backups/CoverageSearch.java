package io.tenantry.core.backups;

import io.tenantry.contract.backups.BackupCoverage;
import io.tenantry.contract.backups.CoverageFilter;
import io.tenantry.contract.projects.ProjectId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Turns a filter into SQL over tenants {@code t} and how they stand, {@code k}: the table whose
 * index has the order comes first. Values are always bound.
 */
final class CoverageSearch {
  private static final String BY_NAME =
      " FROM tenant t CROSS JOIN tenant_backup k ON k.tenant_id = t.id";
  private static final String BY_BACKUP =
      " FROM tenant_backup k CROSS JOIN tenant t ON t.id = k.tenant_id";
  private static final String OF_BLUEPRINT =
      " AND t.id IN (SELECT d.tenant_id FROM tenant_database d WHERE d.blueprint_id ="
          + " (SELECT id FROM blueprint WHERE project_id = :project AND name = :blueprint))";

  /** How a tenant stands; as the contract's constants say, the first that fits. */
  static final String STATE =
      """
      CASE WHEN k.failing THEN 'failing'
           WHEN k.covered_at IS NULL THEN 'none'
           WHEN k.covered_at < :overdue THEN 'overdue'
           ELSE 'covered' END
      """;

  private final CoverageFilter filter;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final StringBuilder where = new StringBuilder(" WHERE ");

  CoverageSearch(ProjectId project, CoverageFilter filter, Instant overdue) {
    this.filter = filter;
    values.put("project", project.value());
    values.put("overdue", overdue.toEpochMilli());
    where.append(isByName() ? "t.project_id" : "k.project_id").append(" = :project");
    where.append(" AND t.status <> 'deleted'");
    filter.state().ifPresent(state -> where.append(" AND ").append(condition(state)));
    filter.search().ifPresent(this::search);
    filter
        .blueprint()
        .ifPresent(
            name -> {
              where.append(OF_BLUEPRINT);
              values.put("blueprint", name.value());
            });
  }

  private static String condition(BackupCoverage.State state) {
    return switch (state) {
      case FAILING -> "k.failing = 1";
      case NONE -> "k.failing = 0 AND k.covered_at IS NULL";
      case OVERDUE -> "k.failing = 0 AND k.covered_at < :overdue";
      case COVERED -> "k.failing = 0 AND k.covered_at >= :overdue";
    };
  }

  private void search(String text) {
    for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      String name = "word" + values.size();
      where.append(" AND instr(t.name, :").append(name).append(") > 0");
      values.put(name, word);
    }
  }

  private boolean isByName() {
    return switch (filter.sort()) {
      case ID, ID_DESC -> true;
      case AGE, AGE_DESC, SIZE, SIZE_DESC -> false;
    };
  }

  /** Returns tables and conditions. */
  String fromWhere() {
    return (isByName() ? BY_NAME : BY_BACKUP) + where;
  }

  /** Returns the order; no two rows have the same place. */
  String order() {
    return switch (filter.sort()) {
      case ID -> " ORDER BY t.name";
      case ID_DESC -> " ORDER BY t.name DESC";
      case AGE -> " ORDER BY k.covered_at, k.tenant_id";
      case AGE_DESC -> " ORDER BY k.covered_at DESC, k.tenant_id DESC";
      case SIZE -> " ORDER BY k.total_bytes, k.tenant_id";
      case SIZE_DESC -> " ORDER BY k.total_bytes DESC, k.tenant_id DESC";
    };
  }

  /** Returns the name of the list, for its cursors. */
  String list() {
    return "coverage." + filter.sort().name().toLowerCase(Locale.ROOT);
  }

  <S extends SqlStatement<S>> S bind(S statement) {
    return statement
        .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
        .bindMap(values);
  }
}
