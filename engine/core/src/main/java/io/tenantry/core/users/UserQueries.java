package io.tenantry.core.users;

import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.users.TableSize;
import io.tenantry.contract.users.UserBatch;
import io.tenantry.contract.users.UserStatement;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.core.access.Caller;
import io.tenantry.core.queries.QueryEngine;
import io.tenantry.core.queries.QueryEngine.Statement;
import io.tenantry.core.schema.SchemaReader;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.StatementGate;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;

/** SQL on databases by their address. */
final class UserQueries {
  private final QueryEngine queries;
  private final UserBlueprints routes;
  private final Caller caller;

  UserQueries(UserEngine engine, Caller caller) {
    this.queries = engine.queries();
    this.routes = engine.routes();
    this.caller = caller;
  }

  QueryResult query(TenantId slug, UserStatement statement) {
    return queries.run(caller, slug, blueprint(slug), gated(statement));
  }

  List<QueryResult> batch(TenantId slug, UserBatch batch) {
    WorkspaceName blueprint = blueprint(slug);
    List<Statement> statements = new ArrayList<>(batch.statements().size());
    for (int i = 0; i < batch.statements().size(); i++) {
      try {
        statements.add(gated(batch.statements().get(i)));
      } catch (EngineException e) {
        throw e.with(QueryEngine.STATEMENT, i);
      }
    }
    return queries.batch(caller, slug, blueprint, statements, batch.transaction());
  }

  List<TableSize> tables(TenantId slug) {
    return queries.read(caller, slug, blueprint(slug), UserQueries::sizes);
  }

  private static List<TableSize> sizes(SqliteDatabase database) {
    return SchemaReader.read(database).tables().stream()
        .map(
            table ->
                new TableSize(
                    table.name(),
                    database.queryLong("SELECT count(*) FROM " + SqlNames.quote(table.name()))))
        .toList();
  }

  WorkspaceSchema describe(TenantId slug) {
    return queries.read(caller, slug, blueprint(slug), SchemaReader::read);
  }

  private static Statement gated(UserStatement statement) {
    try {
      return new Statement(StatementGate.check(statement.sql()), statement.params());
    } catch (EngineException e) {
      throw StatementGate.isRefusal(e)
          ? new EngineException(ErrorCode.PERMISSION_DENIED, e.message(), e.details(), e)
          : e;
    }
  }

  private WorkspaceName blueprint(TenantId slug) {
    caller.requireRead();
    if (caller.scope().type() == ScopeType.TENANT) {
      caller.requireTenant(slug, List.of());
    }
    WorkspaceName blueprint = routes.blueprint(caller.projectId(), slug);
    if (caller.scope().type() == ScopeType.WORKSPACE) {
      caller.requireWorkspace(blueprint);
    }
    return blueprint;
  }
}
