package io.tenantry.core.inspection;

import io.tenantry.core.files.FileFailures;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes over all files below a folder, links left alone, and what vanishes meanwhile as well. */
public final class FileWalk {
  private FileWalk() {}

  /**
   * Visits each file; does nothing for a folder that is missing.
   *
   * @throws io.tenantry.contract.error.EngineException INTERNAL_ERROR for what cannot be read
   */
  public static void below(Path folder, Consumer<Path> visitor) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.walkFileTree(folder.toAbsolutePath().normalize(), new Visitor(visitor));
    } catch (IOException e) {
      throw FileFailures.of("read", folder, e);
    }
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Consumer<Path> visitor;

    Visitor(Consumer<Path> visitor) {
      this.visitor = visitor;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        visitor.accept(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, failure);
    }
  }
}
