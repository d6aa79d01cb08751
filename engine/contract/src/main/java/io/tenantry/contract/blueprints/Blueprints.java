package io.tenantry.contract.blueprints;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;

/**
 * Blueprints and their versions. All calls need the role read. Keys with a workspace scope see
 * their blueprints only: SCOPE_DENIED, and lists are filtered.
 */
public interface Blueprints {

  /** Lists the blueprints by name. */
  List<BlueprintSummary> list();

  /**
   * Returns a blueprint with its schema.
   *
   * @throws EngineException NOT_FOUND {@code Blueprint not found: x}
   */
  Blueprint get(WorkspaceName name);

  /**
   * Returns the versions, newest first; the empty version 1.0 only while it is the latest or a
   * tenant is on it.
   *
   * @throws EngineException NOT_FOUND {@code No versions found for blueprint: x}
   */
  BlueprintVersions versions(WorkspaceName name);

  /**
   * Returns one version with its statements and schema (an extension).
   *
   * @throws EngineException NOT_FOUND for the blueprint or {@code Version not found: 1.9}
   */
  BlueprintVersion version(WorkspaceName name, Version version);

  /**
   * Tells what would bring a database from one version to another, in either direction, and what
   * would be lost (an extension). Nothing is changed.
   *
   * @throws EngineException NOT_FOUND for the blueprint or {@code Version not found: 1.9};
   *     BAD_REQUEST with field {@code hints} for a rename that fits neither version; CONFLICT when
   *     there is no plan, with detail {@code reason}
   */
  VersionComparison compare(WorkspaceName name, CompareVersions request);
}
