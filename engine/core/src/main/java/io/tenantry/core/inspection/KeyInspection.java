package io.tenantry.core.inspection;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.projects.ProjectPasswords;
import java.nio.file.Path;
import java.util.Optional;

/** Opens something sealed with the master key: is it the key of this catalog? */
public final class KeyInspection implements Inspection {
  private static final String ANY_PROJECT = "SELECT id FROM project ORDER BY created_at LIMIT 1";

  @Override
  public void run(Inspected folder, Findings findings) {
    Path key = folder.folder().secretKey();
    try {
      ProjectPasswords passwords = new ProjectPasswords(Secrets.open(key, false));
      folder
          .catalog()
          .read(
              handle -> {
                Optional<String> project =
                    handle.createQuery(ANY_PROJECT).mapTo(String.class).findOne();
                return project.map(id -> passwords.of(handle, new ProjectId(id)));
              });
    } catch (EngineException e) {
      findings.add(
          Severity.ERROR,
          "secret_key",
          key,
          e.message() + ". Put secret.key back from a copy of the data folder");
    }
  }
}
