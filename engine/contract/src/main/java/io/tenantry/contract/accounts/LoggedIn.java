package io.tenantry.contract.accounts;

import io.tenantry.contract.Secret;
import java.util.List;

/**
 * A started session.
 *
 * @param sessionToken {@code tdb_sess_…}
 * @param projects the account's projects, oldest first
 */
public record LoggedIn(Secret sessionToken, List<ProjectAccess> projects) {
  /** Copies the projects. */
  public LoggedIn {
    projects = List.copyOf(projects);
  }
}
