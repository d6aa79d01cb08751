package io.tenantry.contract.apikeys;

import io.tenantry.contract.Check;
import io.tenantry.contract.error.EngineException;
import java.util.List;

/**
 * A wanted key.
 *
 * @param name label, 1–100 characters
 * @param role {@code admin}, {@code write} or {@code read}; {@code mcp} is refused with its
 *     documented text
 * @param scopeType where it applies
 * @param scopeValues empty for the project; otherwise at least one workspace name or tenant id, any
 *     of which is reached
 */
public record CreateApiKey(String name, Role role, ScopeType scopeType, List<String> scopeValues) {
  /** Checks and copies the fields. */
  public CreateApiKey {
    Check.text("name", name, 100);
    scopeValues = List.copyOf(scopeValues);
    if (role == Role.MCP) {
      throw EngineException.badField(
          "role", "role \"mcp\" is reserved for OAuth integrations and cannot be created manually");
    }
    if (scopeType == ScopeType.PROJECT && !scopeValues.isEmpty()) {
      throw invalidScope("scope_values must be empty for scope_type=project");
    }
    if (scopeType != ScopeType.PROJECT && scopeValues.isEmpty()) {
      throw invalidScope(
          "scope_values must contain at least one entry for scope_type=" + scopeType.code());
    }
  }

  private static EngineException invalidScope(String reason) {
    return EngineException.badField(
        "scope_values", "Failed to generate API key: invalid scope: " + reason);
  }
}
