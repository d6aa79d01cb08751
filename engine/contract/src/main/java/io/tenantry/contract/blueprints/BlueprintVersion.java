package io.tenantry.contract.blueprints;

import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.Instant;
import java.util.List;

/**
 * One immutable version of a blueprint.
 *
 * @param blueprint its blueprint
 * @param version its number
 * @param createdAt UTC, whole seconds
 * @param author e-mail or key name of who made it
 * @param fingerprint number of the algorithm, a colon, and SHA-256 of the normalised schema in hex
 * @param statements the statements that it added, in order
 * @param ddlStatements all statements in effect at it, in order
 * @param schema its CREATE statements, in order of creation
 * @param deployedToCount tenants on exactly this version now
 */
public record BlueprintVersion(
    WorkspaceName blueprint,
    Version version,
    Instant createdAt,
    String author,
    String fingerprint,
    List<String> statements,
    List<String> ddlStatements,
    List<String> schema,
    long deployedToCount) {
  /** Copies the lists. */
  public BlueprintVersion {
    statements = List.copyOf(statements);
    ddlStatements = List.copyOf(ddlStatements);
    schema = List.copyOf(schema);
  }
}
