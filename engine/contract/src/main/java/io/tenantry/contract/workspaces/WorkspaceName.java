package io.tenantry.contract.workspaces;

import io.tenantry.contract.ReservedNames;
import io.tenantry.contract.error.EngineException;
import java.util.regex.Pattern;

/**
 * Name of a workspace, and of the blueprint it owns: both are the same.
 *
 * @param value 1–40 characters {@code a-z 0-9 _}, first a letter, without {@code __}, not reserved
 */
public record WorkspaceName(String value) implements Comparable<WorkspaceName> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  /**
   * Checks the rules.
   *
   * @throws EngineException BAD_REQUEST naming the rule that is broken
   */
  public WorkspaceName {
    if (!FORM.matcher(value).matches() || value.contains("__")) {
      throw EngineException.badField(
          "name",
          "Invalid workspace name '"
              + value
              + "': use 1 to 40 lowercase letters, digits and underscores, start with a letter,"
              + " and do not use '__'");
    }
    if (ReservedNames.contains(value)) {
      throw EngineException.badField("name", "Workspace name '" + value + "' is reserved");
    }
  }

  /**
   * Reads the name of a workspace that should exist.
   *
   * @throws EngineException NOT_FOUND {@code Workspace not found: x} for a name that cannot exist
   */
  public static WorkspaceName existing(String value) {
    return lookUp("Workspace", value);
  }

  /**
   * Reads the name of a blueprint that should exist.
   *
   * @throws EngineException NOT_FOUND {@code Blueprint not found: x} for a name that cannot exist
   */
  public static WorkspaceName existingBlueprint(String value) {
    return lookUp("Blueprint", value);
  }

  private static WorkspaceName lookUp(String noun, String value) {
    try {
      return new WorkspaceName(value);
    } catch (EngineException invalid) {
      throw EngineException.notFound(noun + " not found: " + value);
    }
  }

  @Override
  public int compareTo(WorkspaceName other) {
    return value.compareTo(other.value);
  }

  /** Returns the name itself. */
  @Override
  public String toString() {
    return value;
  }
}
