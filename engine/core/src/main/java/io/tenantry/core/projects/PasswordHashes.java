package io.tenantry.core.projects;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Gives projects of before the hash by which their password is recognised. */
public final class PasswordHashes implements Recovery {
  private static final String MISSING = "SELECT id FROM project WHERE proxy_password_hash IS NULL";
  private static final String FILL =
      "UPDATE project SET proxy_password_hash = :hash WHERE id = :project";

  private final Catalog catalog;
  private final ProjectPasswords passwords;

  /** Works on a catalog. */
  public PasswordHashes(Catalog catalog, ProjectPasswords passwords) {
    this.catalog = catalog;
    this.passwords = passwords;
  }

  @Override
  public void atOpen() {
    List<String> missing = catalog.read(PasswordHashes::missing);
    if (!missing.isEmpty()) {
      catalog.execute(handle -> missing.forEach(project -> fill(handle, new ProjectId(project))));
    }
  }

  private static List<String> missing(Handle handle) {
    return handle.createQuery(MISSING).mapTo(String.class).list();
  }

  private void fill(Handle handle, ProjectId project) {
    handle
        .createUpdate(FILL)
        .bind("hash", Secrets.hash(passwords.of(handle, project)))
        .bind("project", project.value())
        .execute();
  }
}
