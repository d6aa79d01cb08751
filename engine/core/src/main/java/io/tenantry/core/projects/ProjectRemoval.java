package io.tenantry.core.projects;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.core.access.Authenticator;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.hosts.TenantPlaces;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes a project with all its files. The steps, and what a crash behind each leaves:
 *
 * <ol>
 *   <li>One transaction notes the project's folders and deletes its rows. Before: nothing happened.
 *       Behind: the project is gone for every caller, its files are still there.
 *   <li>Open files are closed and the folders deleted. Behind: some or all files are gone.
 *   <li>The notes are deleted. Behind: done.
 * </ol>
 *
 * Opening the engine repeats steps 2 and 3 for every note it finds.
 */
public final class ProjectRemoval implements Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectRemoval.class);
  private static final String NOTE = "INSERT OR IGNORE INTO removed_folder (path) VALUES (:path)";
  private static final String NOTES = "SELECT path FROM removed_folder ORDER BY path";
  private static final String FORGET = "DELETE FROM removed_folder WHERE path = :path";

  private final Catalog catalog;
  private final DataFolder folder;
  private final TenantPlaces places;
  private final Authenticator authenticator;
  private final List<ProjectClosing> closings;

  /**
   * Creates it.
   *
   * @param closings what has to let go of a project, in this order
   */
  public ProjectRemoval(
      Catalog catalog,
      DataFolder folder,
      TenantPlaces places,
      Authenticator authenticator,
      List<ProjectClosing> closings) {
    this.catalog = catalog;
    this.folder = folder;
    this.places = places;
    this.authenticator = authenticator;
    this.closings = List.copyOf(closings);
  }

  /**
   * Deletes a project.
   *
   * @param check looks, inside the transaction, whether it may be deleted
   */
  void remove(ProjectId project, Consumer<Handle> check) {
    deleteRows(project, check);
    authenticator.forget();
    closings.forEach(closing -> closing.close(project));
    if (!deleteNotedFolders()) {
      closings.forEach(closing -> closing.close(project)); // a worker was still inside
      deleteNotedFolders();
    }
  }

  /** Finishes deletions that a crash cut short. */
  @Override
  public void atOpen() {
    deleteNotedFolders();
  }

  /** Step 1. */
  void deleteRows(ProjectId project, Consumer<Handle> check) {
    catalog.execute(
        handle -> {
          check.accept(handle);
          for (Path path : places.foldersOf(project)) {
            handle.createUpdate(NOTE).bind("path", relative(path)).execute();
          }
          ProjectRepository.delete(handle, project);
        });
  }

  /** Returns whether all are gone; what is left goes at the next opening. */
  private boolean deleteNotedFolders() {
    boolean all = true;
    for (String path :
        catalog.read(handle -> handle.createQuery(NOTES).mapTo(String.class).list())) {
      all &= deleteFolder(path);
    }
    return all;
  }

  private boolean deleteFolder(String path) {
    try {
      AtomicFiles.deleteTree(folder.root().resolve(path));
    } catch (EngineException e) {
      LOG.warn("Folder {} of a deleted project stays until the next start", path, e);
      return false;
    }
    catalog.execute(handle -> handle.createUpdate(FORGET).bind("path", path).execute());
    return true;
  }

  /** The storage root of a region may lie outside the data folder; it is noted as it is. */
  private String relative(Path path) {
    if (!path.startsWith(folder.root())) {
      return path.toString();
    }
    return folder.root().relativize(path).toString().replace('\\', '/');
  }
}
