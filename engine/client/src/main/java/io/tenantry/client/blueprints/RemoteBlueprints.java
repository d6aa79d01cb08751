package io.tenantry.client.blueprints;

import io.tenantry.client.http.HttpCalls;
import io.tenantry.contract.blueprints.Blueprint;
import io.tenantry.contract.blueprints.BlueprintSummary;
import io.tenantry.contract.blueprints.BlueprintVersion;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.blueprints.CompareVersions;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.blueprints.VersionComparison;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.blueprints.BlueprintEndpoints;
import java.util.List;

/** Blueprints over HTTP. */
public final class RemoteBlueprints implements Blueprints {
  private final HttpCalls calls;

  /** Uses the calls of one credential. */
  public RemoteBlueprints(HttpCalls calls) {
    this.calls = calls;
  }

  @Override
  public List<BlueprintSummary> list() {
    return calls.call(BlueprintEndpoints.LIST).blueprints();
  }

  @Override
  public Blueprint get(WorkspaceName name) {
    return calls.call(BlueprintEndpoints.GET, name);
  }

  @Override
  public BlueprintVersions versions(WorkspaceName name) {
    return calls.call(BlueprintEndpoints.VERSIONS, name);
  }

  @Override
  public BlueprintVersion version(WorkspaceName name, Version version) {
    return calls.call(BlueprintEndpoints.VERSION, name, version);
  }

  @Override
  public VersionComparison compare(WorkspaceName name, CompareVersions request) {
    return calls.send(BlueprintEndpoints.COMPARE, request, name).comparison();
  }
}
