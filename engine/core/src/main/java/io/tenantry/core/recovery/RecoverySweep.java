package io.tenantry.core.recovery;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.files.FileFailures;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.recovery.KeptFileRepository.Kept;
import io.tenantry.core.sqlite.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is older than it has to be: kept files, old parts of histories, scratch files. */
final class RecoverySweep {
  private static final Logger LOG = LoggerFactory.getLogger(RecoverySweep.class);
  private static final Duration WAIT_FOR_USERS = Duration.ofSeconds(10);

  private final Catalog catalog;
  private final PastStates states;
  private final HistoryKeeper keeper;
  private final PastDatabases past;

  RecoverySweep(Catalog catalog, PastStates states, HistoryKeeper keeper, PastDatabases past) {
    this.catalog = catalog;
    this.states = states;
    this.keeper = keeper;
    this.past = past;
  }

  void run() {
    removeDue();
    past.sweep();
    prune();
  }

  /** Deletes the files whose time is up. A crash repeats it. */
  void removeDue() {
    Instant now = states.clock().instant();
    for (Kept kept : catalog.read(handle -> KeptFileRepository.due(handle, now))) {
      try {
        DatabaseFiles.delete(
            states.databases(), states.file(kept.place()), Deadline.in(WAIT_FOR_USERS));
        catalog.execute(handle -> KeptFileRepository.delete(handle, kept.id()));
      } catch (EngineException e) {
        LOG.warn("{} stays for now", states.file(kept.place()), e);
      }
    }
  }

  /** Deletes all there is of the past of a database. */
  void forget(TenantPlace place) {
    for (Kept kept : catalog.read(handle -> KeptFileRepository.ofDatabase(handle, place))) {
      DatabaseFiles.delete(
          states.databases(), states.file(kept.place()), Deadline.in(WAIT_FOR_USERS));
    }
    Path folder = states.archives().folderOf(place);
    past.removeAll(folder);
    states.databases().closeBelow(folder);
    states.archives().delete(place);
  }

  /** Deletes the scratch files that a crash left. */
  void removeScratch() {
    for (Path database : databases()) {
      past.removeLeft(database.resolve("past"));
    }
  }

  private void prune() {
    Instant before = states.clock().instant().minus(states.config().window());
    for (Path database : databases()) {
      try {
        prune(database, before);
      } catch (IOException | EngineException e) {
        LOG.warn("The history at {} cannot be pruned now", database, e);
      }
    }
    catalog.execute(handle -> RecoveryRepository.forgetUses(handle, before));
  }

  private List<Path> databases() {
    return folders(states.archives().root(), _ -> true).stream()
        .flatMap(project -> folders(project, _ -> true).stream())
        .toList();
  }

  private static List<Path> folders(Path parent, Predicate<Path> wanted) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(parent)) {
      return files.filter(Files::isDirectory).filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw FileFailures.of("read", parent, e);
    }
  }

  private void prune(Path folder, Instant before) throws IOException {
    Optional<RecoveryRepository.Database> database = databaseOf(folder);
    if (database.isEmpty()) {
      return; // its tenant is being destroyed
    }
    long micros = Micros.of(before);
    for (Path file : folders(folder, RecoverySweep::isGeneration)) {
      int generation = Integer.parseInt(String.valueOf(file.getFileName()));
      if (isOver(database.get(), generation, micros)) {
        states.archives().deleteHistory(file);
      } else {
        keeper.prune(new FileHistory(file), micros);
      }
    }
  }

  private static boolean isGeneration(Path folder) {
    return String.valueOf(folder.getFileName()).matches("\\d{1,9}");
  }

  /** Returns whether a file was replaced by another one before the time, and is not in use. */
  private static boolean isOver(RecoveryRepository.Database database, int generation, long before) {
    List<RecoveryRepository.FileUse> uses = database.uses();
    if (uses.getLast().sinceMicros() > before) {
      return uses.size() > 1 && isOverInside(uses, generation, before);
    }
    return uses.getLast().generation() != generation && database.place().generation() != generation;
  }

  private static boolean isOverInside(
      List<RecoveryRepository.FileUse> uses, int generation, long before) {
    for (int i = 0; i < uses.size(); i++) {
      boolean endsInside = i + 1 == uses.size() || uses.get(i + 1).sinceMicros() >= before;
      if (uses.get(i).generation() == generation && endsInside) {
        return false;
      }
    }
    return uses.stream().anyMatch(use -> use.generation() == generation);
  }

  private Optional<RecoveryRepository.Database> databaseOf(Path folder) {
    String name = String.valueOf(folder.getFileName());
    String project = String.valueOf(folder.getName(folder.getNameCount() - 2));
    int at = name.lastIndexOf("__");
    if (at < 0) {
      return Optional.empty();
    }
    try {
      ProjectId id = new ProjectId(project);
      WorkspaceName blueprint = new WorkspaceName(name.substring(0, at));
      TenantId tenant = new TenantId(name.substring(at + 2));
      return catalog.read(handle -> RecoveryRepository.find(handle, id, tenant, blueprint));
    } catch (EngineException _) {
      return Optional.empty(); // a folder that is not ours
    }
  }
}
