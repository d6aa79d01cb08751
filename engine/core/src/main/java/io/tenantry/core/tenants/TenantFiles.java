package io.tenantry.core.tenants;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.databases.TenantDatabases;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.hosts.TenantPlace;
import io.tenantry.core.hosts.TenantPlaces;
import io.tenantry.core.sqlite.Deadline;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The database files of tenants: where they lie, how they come and how they go. Any thread. */
public final class TenantFiles {
  private static final Duration WAIT_FOR_USERS = Duration.ofSeconds(10);
  private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

  private final TenantPlaces places;
  private final TenantDatabases databases;

  private final Set<Key> beingDestroyed = ConcurrentHashMap.newKeySet();

  private record Key(ProjectId project, TenantId tenant) {}

  /** Works on files that are opened by the given handles only. */
  public TenantFiles(TenantPlaces places, TenantDatabases databases) {
    this.places = places;
    this.databases = databases;
  }

  /** Returns the file of a database. */
  public Path of(TenantPlace place) {
    return places.file(place);
  }

  /** Writes and syncs a file of a tenant that nobody can use yet; the folder is not synced. */
  void write(Path file, ByteBuffer image) {
    AtomicFiles.writeUnsynced(file, image);
  }

  /** Returns the folders of files, each once. */
  static List<Path> folders(Collection<Path> files) {
    return files.stream().map(Path::getParent).distinct().toList();
  }

  /** Makes names that came or went in a folder durable; returns the folder. */
  Path syncFolder(Path synced) {
    AtomicFiles.syncFolder(synced);
    return synced;
  }

  /** Makes names that came or went durable. */
  public void syncFolders(Collection<Path> files) {
    folders(files).forEach(AtomicFiles::syncFolder);
  }

  /**
   * Closes a database and deletes its files; the folder is not synced.
   *
   * @throws io.tenantry.contract.error.EngineException CONFLICT when its users do not end in time
   */
  public void remove(Path file) {
    databases.withClosed(
        file,
        Deadline.in(WAIT_FOR_USERS),
        () -> {
          removeUnused(file);
          return true;
        });
  }

  /** Deletes the hosts of a tenant, in every region, on which no database is left. */
  public void removeEmptyHosts(ProjectId project, TenantId tenant) {
    places.hostsOf(project, tenant).forEach(AtomicFiles::deleteEmptyFolder);
  }

  /** Runs the destruction of a tenant; false when another one is under way. */
  boolean destroying(ProjectId project, TenantId tenant, Runnable destruction) {
    Key key = new Key(project, tenant);
    if (!beingDestroyed.add(key)) {
      return false;
    }
    try {
      destruction.run();
      return true;
    } finally {
      beingDestroyed.remove(key);
    }
  }

  /** Deletes the files of a database that nobody has open; the folder is not synced. */
  public void removeUnused(Path file) {
    AtomicFiles.delete(file);
    for (String companion : COMPANIONS) {
      AtomicFiles.delete(file.resolveSibling(file.getFileName() + companion));
    }
  }
}
