package io.tenantry.client.imports;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.imports.AnalyzeImport;
import io.tenantry.contract.imports.DataImport;
import io.tenantry.contract.imports.FullImport;
import io.tenantry.contract.imports.ImportAnalysis;
import io.tenantry.contract.imports.ImportId;
import io.tenantry.contract.imports.Imports;
import io.tenantry.contract.imports.StartImport;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.QueryParameters;
import io.tenantry.wire.imports.ImportEndpoints;
import io.tenantry.wire.imports.ImportReplies;
import java.util.List;

/** Data imports over HTTP. */
public final class RemoteImports implements Imports {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteImports(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public ImportAnalysis analyze(WorkspaceName workspace, AnalyzeImport request) {
    return calls.sendLong(ImportEndpoints.ANALYZE, request, workspace);
  }

  @Override
  public DataImport start(WorkspaceName workspace, StartImport request) {
    return calls.sendLong(ImportEndpoints.START, request, workspace).data();
  }

  @Override
  public FullImport startFull(WorkspaceName workspace, StartImport request) {
    return calls.sendLong(ImportEndpoints.START_FULL, request, workspace).full();
  }

  @Override
  public List<DataImport> list(WorkspaceName workspace) {
    return calls.call(ImportEndpoints.LIST, workspace).imports().stream()
        .map(ImportReplies.Progress::data)
        .toList();
  }

  @Override
  public DataImport status(WorkspaceName workspace, ImportId id) {
    return calls.call(ImportEndpoints.STATUS, named(id), workspace).data();
  }

  @Override
  public DataImport cancel(WorkspaceName workspace, ImportId id) {
    return calls.call(ImportEndpoints.CANCEL, named(id), workspace).data();
  }

  private static QueryParameters named(ImportId id) {
    return QueryParameters.none().with(ImportEndpoints.ID, id);
  }
}
