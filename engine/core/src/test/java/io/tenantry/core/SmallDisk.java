package io.tenantry.core;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A file system of its own and of few megabytes; only root can make one. */
final class SmallDisk implements AutoCloseable {
  private static final int PIECE = 4096;

  private final Path mount;

  /** Mounts it at an empty folder, or skips the test. */
  SmallDisk(Path mount, int megabytes) throws IOException {
    this.mount = mount;
    Files.createDirectories(mount);
    boolean made =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", "" + mount);
    Assumptions.assumeTrue(made, "a small file system can be mounted by root on Linux only");
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  Path folder(String name) {
    return mount.resolve(name);
  }

  /** Fills it but for a number of bytes. */
  void fill(long left) throws IOException {
    byte[] piece = new byte[PIECE];
    try (OutputStream out = Files.newOutputStream(mount.resolve("filler"))) {
      while (Files.getFileStore(mount).getUsableSpace() >= left + PIECE) {
        out.write(piece);
      }
    }
  }

  /** Takes away what fills it. */
  void free() throws IOException {
    Files.deleteIfExists(mount.resolve("filler"));
  }

  @Override
  public void close() {
    run("umount", "-l", mount.toString());
  }
}
