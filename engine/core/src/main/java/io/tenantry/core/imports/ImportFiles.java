package io.tenantry.core.imports;

import io.tenantry.contract.imports.ImportId;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.FileFailures;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What imports keep until they end: a copy of the source, and its rows sorted. Any thread. */
final class ImportFiles {
  private final Path root;

  ImportFiles(Path root) {
    this.root = root;
  }

  Path source(ImportId id) {
    return folder(id).resolve("source.db");
  }

  Path sorted(ImportId id) {
    return folder(id).resolve("sorted.db");
  }

  void remove(ImportId id) {
    AtomicFiles.deleteTree(folder(id));
  }

  /** Removes what belongs to none of the imports. */
  void keepOnly(Set<String> ids) {
    if (!Files.isDirectory(root)) {
      return;
    }
    List<Path> folders;
    try (Stream<Path> found = Files.list(root)) {
      folders = found.toList();
    } catch (IOException e) {
      throw FileFailures.of("read", root, e);
    }
    folders.stream()
        .filter(folder -> !ids.contains(String.valueOf(folder.getFileName())))
        .forEach(AtomicFiles::deleteTree);
  }

  /** Makes a file durable that nobody has open. */
  static void sync(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      throw FileFailures.of("write", file, e);
    }
  }

  private Path folder(ImportId id) {
    return root.resolve(id.value());
  }
}
