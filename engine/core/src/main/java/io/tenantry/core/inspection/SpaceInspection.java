package io.tenantry.core.inspection;

import io.tenantry.core.files.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Looks whether the disks of the folder and of the regions are nearly full. */
public final class SpaceInspection implements Inspection {
  private static final long FEW_BYTES = 256L << 20;

  @Override
  public void run(Inspected folder, Findings findings) {
    Stream.concat(
            Stream.of(folder.folder().root()),
            folder.places().storageRoots().stream().filter(Files::isDirectory))
        .filter(place -> free(place) < FEW_BYTES)
        .forEach(
            place ->
                findings.add(
                    Severity.WARNING,
                    "disk_full",
                    place,
                    "Only %d MB are free here; writes fail when they are used up"
                        .formatted(free(place) >> 20)));
  }

  /** Returns how many bytes this process may still write at a place. */
  static long free(Path place) {
    try {
      return Files.getFileStore(place).getUsableSpace();
    } catch (IOException e) {
      throw FileFailures.of("read", place, e);
    }
  }
}
