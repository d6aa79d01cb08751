package io.tenantry.core.recovery;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.files.FileFailures;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.inspection.CheckedDatabase;
import io.tenantry.core.inspection.Findings;
import io.tenantry.core.inspection.Fix;
import io.tenantry.core.inspection.Inspected;
import io.tenantry.core.inspection.Inspection;
import io.tenantry.core.inspection.Rescue;
import io.tenantry.core.inspection.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Looks at the histories from which past states are restored. */
public final class ArchiveInspection implements Inspection, Rescue {
  private static final String GENERATION = "\\d{1,9}";

  @Override
  public void run(Inspected folder, Findings findings) {
    List<Path> databases =
        list(root(folder)).stream().flatMap(project -> list(project).stream()).toList();
    folder.workers().map(databases, database -> look(folder, database, findings));
  }

  private static Path root(Inspected folder) {
    return folder.folder().root().resolve("archives");
  }

  private static boolean look(Inspected folder, Path database, Findings findings) {
    if (folder.expected().contains(database)) {
      return false;
    }
    Optional<TenantPlace> place = placeOf(folder, database);
    if (place.isEmpty()) {
      findings.add(
          Severity.WARNING,
          "stray_archive",
          database,
          "No row of the catalog knows the database whose past is here",
          new Fix.MoveAside(List.of(database)));
      return false;
    }
    if (!folder.places().knows(place.get())) {
      return false;
    }
    for (Path generation : list(database)) {
      String name = String.valueOf(generation.getFileName());
      if (name.matches(GENERATION)) {
        Path file = folder.places().file(place.get().withGeneration(Integer.parseInt(name)));
        look(folder, new FileHistory(generation), file, findings);
      }
    }
    return true;
  }

  private static void look(
      Inspected folder, FileHistory history, Path database, Findings findings) {
    try {
      new HistoryProof(database, folder.quick()).run(history, findings);
    } catch (IOException | EngineException e) {
      findings.add(
          Severity.ERROR,
          HistoryProof.DAMAGED,
          history.folder(),
          "The history cannot be read: " + e.getMessage());
    }
  }

  private static Optional<TenantPlace> placeOf(Inspected folder, Path database) {
    String name = String.valueOf(database.getFileName());
    int at = name.lastIndexOf("__");
    Path project = database.getParent();
    if (at < 0 || project == null) {
      return Optional.empty();
    }
    try {
      ProjectId id = new ProjectId(String.valueOf(project.getFileName()));
      WorkspaceName blueprint = new WorkspaceName(name.substring(0, at));
      TenantId tenant = new TenantId(name.substring(at + 2));
      return folder
          .catalog()
          .read(handle -> RecoveryRepository.find(handle, id, tenant, blueprint))
          .map(RecoveryRepository.Database::place);
    } catch (EngineException _) {
      return Optional.empty(); // a folder that is not ours
    }
  }

  @Override
  public Optional<String> of(Inspected folder, CheckedDatabase database) {
    TenantPlace place = database.place();
    FileHistory history =
        new FileHistory(
            root(folder)
                .resolve(place.project().value())
                .resolve(place.database())
                .resolve(Integer.toString(place.generation())));
    try (HistoryReader reader = HistoryReader.open(history, Long.MAX_VALUE)) {
      OptionalLong first = reader.first();
      Optional<Commit> last = reader.last();
      return first.isPresent() && last.isPresent()
          ? Optional.of(
              "It can be recovered to a time from %s to %s"
                  .formatted(
                      Micros.instant(first.getAsLong()), Micros.instant(last.get().micros())))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // the finding about its history says so
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw FileFailures.of("read", folder, e);
    }
  }
}
