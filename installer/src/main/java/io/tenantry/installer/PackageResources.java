package io.tenantry.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What jpackage is given in place of its own scripts, menu entries and icons.
 *
 * @param folder holds files by the names that jpackage looks for
 */
record PackageResources(Path folder) {

  /** Gathers the sources, and the icon once for each launcher. */
  static PackageResources gather(Path sources, Path icon, Path folder) throws IOException {
    Folders.empty(folder);
    try (Stream<Path> found = Files.list(sources)) {
      for (Path source : found.toList()) {
        Files.copy(source, folder.resolve(source.getFileName()));
      }
    }
    for (String launcher : List.of(ApplicationImage.NAME, ApplicationImage.SERVER_NAME)) {
      Files.copy(icon, folder.resolve(launcher + ".png"));
    }
    return new PackageResources(folder);
  }
}
