package io.tenantry.core.logs;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.inspection.ExpectedFiles;
import io.tenantry.core.inspection.FileWalk;
import io.tenantry.core.inspection.Findings;
import io.tenantry.core.inspection.Fix;
import io.tenantry.core.inspection.Inspected;
import io.tenantry.core.inspection.Inspection;
import io.tenantry.core.inspection.Severity;
import io.tenantry.core.inspection.Soundness;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at the query log of each project. */
public final class QueryLogInspection implements Inspection {
  private static final String PROJECTS = "SELECT id FROM project";

  @Override
  public void run(Inspected folder, Findings findings) {
    Path root = folder.folder().root().resolve("query-logs");
    Set<Path> known = new HashSet<>();
    for (String project :
        folder.catalog().read(handle -> handle.createQuery(PROJECTS).mapTo(String.class).list())) {
      Path file = root.resolve(project).resolve(LogFile.NAME);
      known.addAll(ExpectedFiles.withCompanions(file));
      if (Files.exists(file)) {
        look(folder, file, findings);
      }
    }
    FileWalk.below(
        root,
        file -> {
          if (!known.contains(file) && !folder.expected().contains(file)) {
            findings.add(
                Severity.WARNING,
                "stray_log",
                file,
                "This query log is not in use: it was damaged, or its project is gone",
                new Fix.MoveAside(List.of(file)));
          }
        });
  }

  private static void look(Inspected folder, Path file, Findings findings) {
    findings.database(file.toFile().length());
    Optional<String> damage;
    try {
      damage = folder.databases().read(file, database -> damage(database, folder.quick()));
    } catch (EngineException e) {
      damage = Optional.of(e.message());
    }
    damage.ifPresent(
        what ->
            findings.add(
                Severity.WARNING,
                "log_damaged",
                file,
                "The query log is damaged: " + what + ". A new one is begun without it",
                new Fix.MoveAside(ExpectedFiles.withCompanions(file))));
  }

  private static Optional<String> damage(SqliteDatabase database, boolean quick) {
    boolean isBegun = database.queryLong("SELECT count(*) FROM sqlite_schema") > 0;
    return isBegun && database.applicationId() != LogFile.APPLICATION
        ? Optional.of("it is not a query log")
        : Soundness.damage(database, quick);
  }
}
