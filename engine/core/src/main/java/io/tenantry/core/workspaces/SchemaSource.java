package io.tenantry.core.workspaces;

import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.ImportSchema.FromDatabase;
import io.tenantry.contract.workspaces.ImportSchema.FromSql;
import io.tenantry.contract.workspaces.ImportSchema.FromTables;
import io.tenantry.contract.workspaces.ImportSchema.FromTemplate;
import io.tenantry.contract.workspaces.ImportSchema.FromUrl;
import io.tenantry.core.schema.TableDdl;
import io.tenantry.core.sqlite.StatementReader;
import io.tenantry.core.sqlite.WorkspaceGate;
import io.tenantry.core.templates.Templates;
import io.tenantry.sql.SettingPragma;
import io.tenantry.sql.SqlNames;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.Token;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns what an import names into statements, and knows which of a dump have nothing to do. */
final class SchemaSource {
  /** A dump sets up its own connection and tidies up behind itself; neither is schema. */
  private static final Set<String> HOUSEKEEPING = Set.of("PRAGMA", "ANALYZE", "VACUUM", "REINDEX");

  private static final String STATISTICS = "sqlite_stat";

  private SchemaSource() {}

  /**
   * Returns all statements of a source.
   *
   * @param existing names of the tables that are there
   */
  static List<SqlStatement> statements(ImportSchema source, Collection<String> existing) {
    return StatementReader.split(
        switch (source) {
          case FromTemplate(String template) -> Templates.script(template);
          case FromSql(String sql, _) -> sql;
          case FromTables tables ->
              String.join(";\n", TableDdl.statements(tables.tables(), existing));
          case FromDatabase _, FromUrl _ ->
              throw new IllegalArgumentException("not resolved: " + source.source());
        });
  }

  /** Returns how the version that an import makes is described. */
  static String origin(ImportSchema source) {
    return switch (source) {
      case FromTemplate(String template) -> "Template " + template;
      case FromSql _ -> "SQL import";
      case FromTables _ -> "Table import";
      case FromDatabase _ -> "Database import";
      case FromUrl _ -> "Import from a URL";
    };
  }

  /** Returns why a statement of a dump is passed over, or empty when it has to run. */
  static Optional<String> skipReason(SqlStatement statement) {
    if (WorkspaceGate.isDumpFraming(statement)) {
      return Optional.of("the import is one transaction of its own");
    }
    if (statement.verb().equals("ROLLBACK")) {
      return Optional.of("what it takes back does not come in");
    }
    if (SettingPragma.changesMeaning(statement)) {
      return Optional.empty();
    }
    if (HOUSEKEEPING.contains(statement.verb())) {
      return Optional.of("it changes no schema");
    }
    return isStatistics(statement)
        ? Optional.of("statistics are collected anew")
        : Optional.empty();
  }

  private static boolean isStatistics(SqlStatement statement) {
    if (!statement.verb().equals("INSERT")) {
      return false;
    }
    return Token.meaningful(statement.text()).stream()
        .skip(1)
        .limit(4)
        .anyMatch(token -> SqlNames.fold(token.name()).startsWith(STATISTICS));
  }
}
