package io.tenantry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a benchmark writes: below the given folder, on the disk that is to be measured. */
final class WorkFolder {
  private WorkFolder() {}

  static Path of(String[] args, String name) throws IOException {
    Path parent = Path.of(args.length > 0 ? args[0] : "target/bench").toAbsolutePath();
    return Files.createTempDirectory(Files.createDirectories(parent), name + "-");
  }

  static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
