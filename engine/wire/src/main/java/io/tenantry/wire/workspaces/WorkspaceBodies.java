package io.tenantry.wire.workspaces;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.workspaces.ColumnDefinition;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.IndexDefinition;
import io.tenantry.contract.workspaces.SaveSettings;
import io.tenantry.contract.workspaces.SourceConnection;
import io.tenantry.contract.workspaces.TableDefinition;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.wire.Body;
import io.tenantry.wire.SourceConnections;
import io.tenantry.wire.json.Fields;
import java.util.List;
import java.util.Optional;

/** The request bodies of workspaces. */
final class WorkspaceBodies {
  static final Body<CreateWorkspace> CREATE = Body.of(WorkspaceBodies::create);
  static final Body<WorkspaceQuery> QUERY = Body.of(WorkspaceBodies::query, Query::of);
  static final Body<ImportSchema> IMPORT = Body.of(WorkspaceBodies::schema, Import::of);
  static final Body<SaveSettings> SETTINGS = Body.of(WorkspaceBodies::settings);

  static final Body<CarryBody> CARRIED = Body.of(WorkspaceBodies::carried);

  /** Fields of the settings, as {@code available_fields} lists them. */
  static final List<String> SETTING_NAMES =
      List.of("query_timeout_ms", "max_rows_per_query", "max_connections");

  private WorkspaceBodies() {}

  private static CreateWorkspace create(Fields body) {
    return new CreateWorkspace(
        new WorkspaceName(body.text("name")),
        body.coded("database", DatabaseType.class),
        body.coded("mode", WorkspaceMode.class));
  }

  private static WorkspaceQuery query(Fields body) {
    return new WorkspaceQuery(body.text("query"), body.parameters("params"));
  }

  private static CarryBody carried(Fields body) {
    return body.optionalFlag("carried")
        .map(CarryBody::new)
        .orElseThrow(() -> EngineException.badField("carried", "carried is required"));
  }

  private static SaveSettings settings(Fields body) {
    body.allowOnly(SETTING_NAMES);
    return new SaveSettings(
        body.optionalInteger("query_timeout_ms"),
        body.optionalInteger("max_rows_per_query"),
        body.optionalInteger("max_connections"));
  }

  private static ImportSchema schema(Fields body) {
    String source = body.text("source");
    return switch (source) {
      case "template" -> new ImportSchema.FromTemplate(body.text("template"));
      case "sql" -> new ImportSchema.FromSql(body.text("sql"), body.flag("strict", false));
      case "json" -> new ImportSchema.FromTables(tables(body));
      case "database" -> new ImportSchema.FromDatabase(SourceConnections.read(body));
      case "url" -> new ImportSchema.FromUrl(body.text("url"));
      default ->
          throw Fields.notOneOf("source", List.of("template", "json", "sql", "database", "url"));
    };
  }

  private static List<TableDefinition> tables(Fields body) {
    List<Fields> tables = body.requiredObjects("tables");
    if (tables.isEmpty()) {
      throw EngineException.badField("tables", "tables must contain at least one entry");
    }
    return tables.stream().map(WorkspaceBodies::table).toList();
  }

  private static TableDefinition table(Fields table) {
    return new TableDefinition(
        table.text("name"),
        table.requiredObjects("columns").stream().map(WorkspaceBodies::column).toList(),
        table.objects("indexes").stream().map(WorkspaceBodies::index).toList());
  }

  private static ColumnDefinition column(Fields column) {
    boolean primaryKey = column.flag("primary_key", false);
    return new ColumnDefinition(
        column.text("name"),
        column.text("type"),
        column.flag("nullable", !primaryKey),
        column.optionalScalar("default"),
        primaryKey,
        column.flag("unique", false),
        column.optionalText("references"));
  }

  private static IndexDefinition index(Fields index) {
    return new IndexDefinition(
        index.text("name"), index.texts("columns"), index.flag("unique", false));
  }

  /** How a query is written: parameters only where there are some. */
  private record Query(String query, Optional<Parameters> params) {
    static Query of(WorkspaceQuery query) {
      return new Query(
          query.query(), Optional.of(query.params()).filter(params -> !params.isEmpty()));
    }
  }

  /** How an import is written: its source and what belongs to it. */
  private record Import(
      String source,
      Optional<String> template,
      Optional<List<TableDefinition>> tables,
      Optional<String> sql,
      Optional<Boolean> strict,
      Optional<SourceConnections.Written> connection,
      Optional<String> url) {
    private static Import empty(String source) {
      return new Import(
          source,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    static Import of(ImportSchema request) {
      Import written = empty(request.source());
      return switch (request) {
        case ImportSchema.FromTemplate(String name) -> written.withTemplate(name);
        case ImportSchema.FromTables(List<TableDefinition> all) -> written.withTables(all);
        case ImportSchema.FromSql(String text, boolean asked) -> written.withSql(text, asked);
        case ImportSchema.FromDatabase(SourceConnection from) -> written.withConnection(from);
        case ImportSchema.FromUrl(String address) -> written.withUrl(address);
      };
    }

    private Import withTemplate(String name) {
      return new Import(source, Optional.of(name), tables, sql, strict, connection, url);
    }

    private Import withTables(List<TableDefinition> all) {
      return new Import(source, template, Optional.of(all), sql, strict, connection, url);
    }

    private Import withSql(String text, boolean asked) {
      Optional<Boolean> only = Optional.of(asked).filter(value -> value);
      return new Import(source, template, tables, Optional.of(text), only, connection, url);
    }

    private Import withConnection(SourceConnection from) {
      return new Import(
          source, template, tables, sql, strict, Optional.of(SourceConnections.write(from)), url);
    }

    private Import withUrl(String address) {
      return new Import(source, template, tables, sql, strict, connection, Optional.of(address));
    }
  }
}
