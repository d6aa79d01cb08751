package io.tenantry.core.inspection;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens the database of every workspace. */
public final class WorkspaceInspection implements Inspection {
  /** The note that {@code core.workspaces} puts beside a database while a version is made. */
  private static final String NOTE_SUFFIX = ".pending";

  @Override
  public void run(Inspected folder, Findings findings) {
    List<WorkspaceRowRepository.Workspace> workspaces =
        folder.catalog().read(WorkspaceRowRepository::all);
    for (WorkspaceRowRepository.Workspace each : workspaces) {
      folder.expected().add(file(folder, each));
      folder.expected().add(note(file(folder, each)));
    }
    folder.workers().map(workspaces, each -> look(folder, each, findings));
  }

  private static Path file(Inspected folder, WorkspaceRowRepository.Workspace workspace) {
    return folder.folder().workspace(workspace.project(), workspace.name());
  }

  private static Path note(Path file) {
    return file.resolveSibling(file.getFileName() + NOTE_SUFFIX);
  }

  private static boolean look(
      Inspected folder, WorkspaceRowRepository.Workspace workspace, Findings findings) {
    Path file = file(folder, workspace);
    if (!Files.exists(file)) {
      findings.add(
          Severity.ERROR,
          "database_missing",
          file,
          ("The database of workspace '%s' is missing. Its versions are in the catalog; put the"
                  + " file back from a copy of the data folder")
              .formatted(workspace.name()));
      return false;
    }
    findings.database(file.toFile().length());
    try {
      return folder
          .databases()
          .read(file, database -> look(folder, workspace, file, database, findings));
    } catch (EngineException e) {
      addDamage(workspace, file, e.message(), findings);
      return false;
    }
  }

  private static boolean look(
      Inspected folder,
      WorkspaceRowRepository.Workspace workspace,
      Path file,
      SqliteDatabase database,
      Findings findings) {
    Optional<String> damage = Soundness.damage(database, folder.quick());
    if (damage.isPresent()) {
      addDamage(workspace, file, damage.get(), findings);
      return false;
    }
    if (database.applicationId() != ImageCompiler.APPLICATION_ID) {
      findings.add(
          Severity.ERROR,
          "database_foreign",
          file,
          "The file of workspace '%s' was not made by this engine (application_id %d)"
              .formatted(workspace.name(), database.applicationId()));
      return false;
    }
    int minor = database.userVersion();
    if (Files.exists(note(file))) {
      findings.note(
          "version_changing",
          file,
          "A version of workspace '%s' was being made; the next start finishes it or takes it back"
              .formatted(workspace.name()));
    } else if (minor > workspace.latestMinor()) {
      findings.add(
          Severity.WARNING,
          "version_unknown",
          file,
          "Workspace '%s' is on version 1.%d, but the catalog knows versions up to 1.%d"
              .formatted(workspace.name(), minor, workspace.latestMinor()));
    }
    return true;
  }

  private static void addDamage(
      WorkspaceRowRepository.Workspace workspace, Path file, String damage, Findings findings) {
    findings.add(
        Severity.ERROR,
        "database_damaged",
        file,
        "The database of workspace '%s' is damaged: %s. Put it back from a copy of the data folder"
            .formatted(workspace.name(), damage));
  }
}
