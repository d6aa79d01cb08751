package io.tenantry.core.inspection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The database files that the catalog knows, and folders about which nothing need be said: whatever
 * else lies beside them is a stray. One thread, unless said otherwise.
 */
public final class ExpectedFiles {
  private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

  private final Set<Path> files = new HashSet<>();
  private final List<Path> going = new ArrayList<>();
  private final Set<String> missing = ConcurrentHashMap.newKeySet();
  private boolean complete = true;

  /** Expects a file; that it exists is not required. */
  public void add(Path file) {
    files.add(file.toAbsolutePath().normalize());
  }

  /** Expects nothing of a folder, which goes with the next start. */
  public void addGoing(Path folder) {
    going.add(folder.toAbsolutePath().normalize());
  }

  /** Notes that an expected file is not there; any thread. */
  public void addMissing(Path file) {
    missing.add(String.valueOf(file.getFileName()));
  }

  /** Returns whether a file is called as one that is missing somewhere else. */
  boolean isMissingElsewhere(Path file) {
    return missing.contains(String.valueOf(file.getFileName()));
  }

  /** Notes that there are databases whose files cannot be named: no other file is a stray then. */
  void leaveOut() {
    complete = false;
  }

  /** Returns whether all databases could be named. */
  boolean isComplete() {
    return complete;
  }

  /** Returns whether a file is expected, or goes anyway. */
  public boolean contains(Path file) {
    return files.contains(file) || going.stream().anyMatch(file::startsWith);
  }

  /** Returns the database that SQLite put a file beside; empty for other files. */
  static Optional<Path> databaseOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return COMPANIONS.stream()
        .filter(name::endsWith)
        .findFirst()
        .map(suffix -> file.resolveSibling(name.substring(0, name.length() - suffix.length())));
  }

  /** Returns a file and what SQLite may have put beside it. */
  public static List<Path> withCompanions(Path database) {
    List<Path> all = new ArrayList<>(List.of(database));
    COMPANIONS.forEach(suffix -> all.add(database.resolveSibling(database.getFileName() + suffix)));
    return all;
  }
}
