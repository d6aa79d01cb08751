package io.tenantry.core.imports;

import java.nio.file.Path;
import java.util.List;

/**
 * What imports may reach.
 *
 * @param privateAddresses whether addresses of this machine and of private networks may be fetched
 * @param localFiles folders of the engine's machine below which administrators of a project may
 *     read files over HTTP; the owner of the data folder, in the same process, may read all. Never
 *     anything below the data folder
 */
public record ImportConfig(boolean privateAddresses, List<Path> localFiles) {
  /** Public addresses only; local files are for the owner of the data folder. */
  public static final ImportConfig DEFAULT = new ImportConfig(false, List.of());

  /** Copies the folders. */
  public ImportConfig {
    localFiles = List.copyOf(localFiles);
  }
}
