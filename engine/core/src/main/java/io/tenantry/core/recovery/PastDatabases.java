package io.tenantry.core.recovery;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.FileFailures;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.sqlite.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Databases as they were at a time, for queries: files beside the history, made on demand, shared
 * by all times between two commits, and deleted when nobody asked for ten minutes or others are
 * asked for. What a crash leaves is deleted at the next opening. Any thread.
 */
public final class PastDatabases {
  private static final Logger LOG = LoggerFactory.getLogger(PastDatabases.class);
  private static final int MOST = 16;
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final Duration WAIT_FOR_USERS = Duration.ofSeconds(1);

  private final PastStates states;
  private final Map<Path, Long> lastUsed = new ConcurrentHashMap<>();

  PastDatabases(PastStates states) {
    this.states = states;
  }

  /**
   * Returns a file with the state of a time, to be read only.
   *
   * @throws EngineException FORBIDDEN for a database that is not dedicated; BAD_REQUEST naming the
   *     window for a time outside it
   */
  public Path at(TenantPlace place, Instant time) {
    RecoveryRepository.Database database =
        states.find(place.project(), place.tenant(), place.blueprint());
    Path file =
        states.with(
            database, timeline -> made(place, timeline.require(time, states.config(), now())));
    makeRoom(file);
    return file;
  }

  private Path made(TenantPlace place, HistoryReader.State state) {
    Path file = Timeline.scratchFolder(states.archives(), place).resolve(state.name() + ".db");
    lastUsed.compute(
        file,
        (_, known) -> {
          if (known == null) {
            make(file, state);
          }
          return now().toEpochMilli();
        });
    return file;
  }

  private static void make(Path file, HistoryReader.State state) {
    try {
      AtomicFiles.delete(file);
      Restore.to(file, state);
    } catch (IOException e) {
      throw FileFailures.of("restore", file, e);
    }
  }

  private Instant now() {
    return states.clock().instant();
  }

  private void makeRoom(Path used) {
    while (lastUsed.size() > MOST) {
      Optional<Path> oldest =
          lastUsed.entrySet().stream()
              .filter(entry -> !entry.getKey().equals(used))
              .min(Comparator.comparingLong(Map.Entry::getValue))
              .map(Map.Entry::getKey);
      if (oldest.isEmpty() || !remove(oldest.get())) {
        return;
      }
    }
  }

  /** Deletes what nobody asked for lately. */
  void sweep() {
    long before = now().minus(KEPT).toEpochMilli();
    List.copyOf(lastUsed.entrySet()).stream()
        .filter(entry -> entry.getValue() <= before)
        .forEach(entry -> remove(entry.getKey()));
  }

  /** Deletes what an earlier life of the engine left; what was made since is known. */
  void removeLeft(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(".db"))
          .forEach(
              file -> lastUsed.compute(file, (_, known) -> known == null ? left(file) : known));
    } catch (IOException e) {
      throw FileFailures.of("read", folder, e);
    }
  }

  private static @Nullable Long left(Path file) {
    delete(file);
    return null;
  }

  private static void delete(Path file) {
    AtomicFiles.delete(file);
    AtomicFiles.delete(file.resolveSibling(file.getFileName() + "-wal"));
    AtomicFiles.delete(file.resolveSibling(file.getFileName() + "-shm"));
  }

  /** Deletes all of a database. */
  void removeAll(Path folder) {
    List.copyOf(lastUsed.keySet()).stream()
        .filter(file -> file.startsWith(folder))
        .forEach(this::remove);
  }

  private boolean remove(Path file) {
    try {
      return states
          .databases()
          .withClosed(
              file,
              Deadline.in(WAIT_FOR_USERS),
              () -> {
                lastUsed.remove(file);
                delete(file);
                return true;
              });
    } catch (EngineException e) {
      LOG.debug("{} is in use", file, e);
      return false;
    }
  }
}
