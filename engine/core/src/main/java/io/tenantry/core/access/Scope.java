package io.tenantry.core.access;

import static java.util.stream.Collectors.joining;

import io.tenantry.contract.Coded;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import java.util.List;

/**
 * Where a credential applies.
 *
 * @param type the whole project, some workspaces, or some tenants
 * @param values workspace names or tenant ids; any of them is reached
 */
public record Scope(ScopeType type, List<String> values) {
  /** The whole project. */
  public static final Scope PROJECT = new Scope(ScopeType.PROJECT, List.of());

  /** Copies the values. */
  public Scope {
    values = List.copyOf(values);
  }

  /**
   * Reads a scope from its columns.
   *
   * @param values what {@link #storedValues} returned
   */
  public static Scope stored(String type, String values) {
    ScopeType found =
        Coded.find(ScopeType.class, type)
            .orElseThrow(() -> new IllegalStateException("unknown scope type " + type));
    String inside = values.substring(1, values.length() - 1).replace("\"", "");
    return new Scope(found, inside.isEmpty() ? List.of() : List.of(inside.split(",")));
  }

  /** Returns the values as a JSON array; names need no escapes. */
  public String storedValues() {
    return values.stream().map(value -> '"' + value + '"').collect(joining(",", "[", "]"));
  }

  /** Returns whether it is the whole project. */
  public boolean isProject() {
    return type == ScopeType.PROJECT;
  }

  /** Returns whether it is limited to workspaces and names this one. */
  boolean isWorkspace(String name) {
    return type == ScopeType.WORKSPACE && values.contains(name);
  }

  /** Returns whether it is limited to tenants and names this one. */
  boolean isTenant(String id) {
    return type == ScopeType.TENANT && values.contains(id);
  }

  /** Returns the documented error for reaching out of the scope. */
  EngineException denied(String attempted) {
    return EngineException.scopeDenied(type.code(), values, attempted);
  }
}
