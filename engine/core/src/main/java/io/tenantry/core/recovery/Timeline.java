package io.tenantry.core.recovery;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.recovery.RecoveryRepository.FileUse;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The past of a database over all files it had. Holds the histories from being pruned until it is
 * closed. One thread.
 */
final class Timeline implements Closeable {
  private final RecoveryRepository.Database database;
  private final Archives archives;
  private final long now;
  private final Map<Integer, HistoryReader> readers = new HashMap<>();

  /** When nothing more was recorded, although there may have been commits. */
  private final boolean interrupted;

  Timeline(RecoveryRepository.Database database, Archives archives, Instant now)
      throws IOException {
    this.database = database;
    this.archives = archives;
    this.now = Micros.of(now);
    archives.pruning().readLock().lock();
    boolean done = false;
    try {
      Optional<Archive> archive = archives.open(database.place());
      archive.ifPresent(Archive::catchUp);
      for (FileUse use : database.uses()) {
        if (!readers.containsKey(use.generation())) {
          readers.put(use.generation(), read(use.generation()));
        }
      }
      archive.ifPresent(Archive::copy); // what the readers know of
      interrupted = archive.map(Archive::isBroken).orElse(false);
      done = true;
    } finally {
      if (!done) {
        close();
      }
    }
  }

  private HistoryReader read(int generation) throws IOException {
    return HistoryReader.open(archives.historyOf(place(generation)), now);
  }

  private TenantPlace place(int generation) {
    return database.place().withGeneration(generation);
  }

  private HistoryReader reader(FileUse use) {
    HistoryReader reader = readers.get(use.generation());
    if (reader == null) {
      throw new IllegalStateException("no history of generation " + use.generation());
    }
    return reader;
  }

  /** Returns the state at a time, or empty when it cannot be told. */
  Optional<HistoryReader.State> at(long micros) throws IOException {
    List<FileUse> uses = database.uses();
    for (int i = uses.size() - 1; i >= 0; i--) {
      FileUse use = uses.get(i);
      if (since(i) <= micros) {
        return at(use, micros, i == uses.size() - 1);
      }
    }
    return Optional.empty();
  }

  private Optional<HistoryReader.State> at(FileUse use, long micros, boolean isLast)
      throws IOException {
    HistoryReader reader = reader(use);
    Optional<HistoryReader.State> state = reader.at(micros);
    if (state.isEmpty() && reader.startsAfter(micros)) {
      return reader.initial(); // it was opened for the first time later
    }
    boolean unsure =
        isLast && interrupted && reader.last().filter(last -> last.micros() <= micros).isPresent();
    return unsure ? Optional.empty() : state;
  }

  /**
   * Returns from when on a file counts. Behind a clock that was set back its times come before the
   * one at which it was taken into use, and none of an earlier file count any more from there on.
   */
  private long since(int index) throws IOException {
    List<FileUse> uses = database.uses();
    long began = uses.getFirst().sinceMicros();
    long since = Long.MAX_VALUE;
    for (int i = index; i < uses.size(); i++) {
      long earliest = isFirst(i) ? reader(uses.get(i)).earliest() : Long.MAX_VALUE;
      long taken = uses.get(i).sinceMicros();
      boolean wrong = HistoryReader.isWrong(earliest, began, now);
      since = Math.min(since, wrong ? taken : Math.min(taken, earliest));
    }
    return since;
  }

  /**
   * Returns whether the file of a use was in none before it, so that all of its history is later.
   */
  private boolean isFirst(int index) {
    List<FileUse> uses = database.uses();
    return uses.subList(0, index).stream()
        .noneMatch(before -> before.generation() == uses.get(index).generation());
  }

  /** Returns since when states can be restored, gaps left out. */
  OptionalLong start() throws IOException {
    OptionalLong start = OptionalLong.empty();
    for (int i = database.uses().size() - 1; i >= 0; i--) {
      OptionalLong from = restorableFrom(i);
      start = from.isPresent() ? from : start;
    }
    return start;
  }

  /** Returns the first time at which a file was in use and its state can be restored. */
  private OptionalLong restorableFrom(int index) throws IOException {
    List<FileUse> uses = database.uses();
    HistoryReader reader = reader(uses.get(index));
    OptionalLong first = reader.first();
    if (first.isEmpty()) {
      return first;
    }
    long since = since(index);
    boolean isWhole = first.getAsLong() <= since || reader.startsAfter(since);
    long from = isWhole ? since : first.getAsLong();
    boolean isInUse = index + 1 == uses.size() || from < since(index + 1);
    return isInUse ? OptionalLong.of(from) : OptionalLong.empty();
  }

  /** Counts the commits after a time until another one. */
  long commits(long after, long until) throws IOException {
    long count = 0;
    List<FileUse> uses = database.uses();
    for (int i = 0; i < uses.size(); i++) {
      long from = Math.max(after, since(i));
      long to = i + 1 < uses.size() ? Math.min(until, since(i + 1)) : until;
      if (from < to) {
        count += reader(uses.get(i)).commits(from, to);
      }
    }
    return count;
  }

  Optional<Instant> lastCommit() throws IOException {
    return reader(database.uses().getLast()).last().map(last -> Micros.instant(last.micros()));
  }

  int bases() {
    return readers.values().stream().mapToInt(HistoryReader::bases).sum();
  }

  /**
   * Returns the state at a time.
   *
   * @throws EngineException BAD_REQUEST naming the window
   */
  HistoryReader.State require(Instant time, RecoveryConfig config, Instant now) throws IOException {
    long micros = Micros.of(time);
    OptionalLong start = windowStart(config, now);
    if (start.isPresent() && micros >= start.getAsLong() && !time.isAfter(now)) {
      Optional<HistoryReader.State> state = at(micros);
      if (state.isPresent()) {
        return state.get();
      }
      throw outside(
          "Cannot recover to %s: what was committed then is not known for certain".formatted(time),
          start.getAsLong(),
          now);
    }
    if (start.isEmpty()) {
      throw EngineException.badField(
          "timestamp", "Cannot recover to %s: there is no archive yet".formatted(time));
    }
    throw outside("Cannot recover to %s".formatted(time), start.getAsLong(), now);
  }

  private static EngineException outside(String what, long start, Instant now) {
    Instant from = Micros.instant(start);
    return new EngineException(
        ErrorCode.BAD_REQUEST,
        "%s: the window is %s to %s".formatted(what, from, now),
        Map.of("field", "timestamp", "window_start", from.toString(), "window_end", now.toString()),
        null);
  }

  /** Returns since when recovery is offered. */
  OptionalLong windowStart(RecoveryConfig config, Instant now) throws IOException {
    long oldest = Micros.of(now.minus(config.window()));
    OptionalLong start = start();
    return start.isPresent()
        ? OptionalLong.of(Math.max(start.getAsLong(), oldest))
        : OptionalLong.empty();
  }

  /** Returns where the scratch files of the database are. */
  static Path scratchFolder(Archives archives, TenantPlace place) {
    return archives.folderOf(place).resolve("past");
  }

  @Override
  public void close() throws IOException {
    try {
      for (HistoryReader reader : readers.values()) {
        reader.close();
      }
    } finally {
      archives.pruning().readLock().unlock();
    }
  }
}
