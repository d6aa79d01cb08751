package io.tenantry.contract;

import java.util.Set;

/** Names that neither a tenant nor a workspace may have, because paths and tools use them. */
public final class ReservedNames {
  private static final Set<String> NAMES =
      Set.of(
          "admin",
          "all",
          "api",
          "app",
          "console",
          "control",
          "default",
          "root",
          "system",
          "template",
          "templates",
          "tenant",
          "tenants",
          "workspace",
          "workspaces",
          "www");

  private ReservedNames() {}

  /** Returns whether the name is reserved. */
  public static boolean contains(String name) {
    return NAMES.contains(name);
  }
}
