package io.tenantry.bench;

import io.tenantry.core.EngineConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How fast 1,000 tenants come to be, with everything that makes them tenants (catalog rows,
 * passwords, durable folders), against only writing, syncing and renaming the same files with as
 * many threads.
 */
public final class ProvisionBench {
  private static final int TENANTS = 1000;
  private static final int ROUNDS = 7;

  private ProvisionBench() {}

  /**
   * Prints tenants per second of both ways and their ratio.
   *
   * @param args optionally the folder to work in, and the number of tenants per round
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "provision");
    int tenants = args.length > 1 ? Integer.parseInt(args[1]) : TENANTS;
    EngineConfig config = EngineConfig.at(work.resolve("engine"));
    int threads = config.lanes().fastThreads();
    try (BenchEngine subject = new BenchEngine(config);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      byte[] image = Files.readAllBytes(subject.create(List.of("first")).getFirst());
      System.out.printf(
          "%d tenants per round, image %d bytes, %d threads%n", tenants, image.length, threads);
      new Rounds("tenants", tenants, ROUNDS)
          .compare(
              "bare files",
              round ->
                  bare(
                      pool,
                      work.resolve("bare"),
                      BenchEngine.names("r" + round + "x", tenants),
                      image),
              "engine",
              round -> subject.create(BenchEngine.names("r" + round + "x", tenants)));
    }
    WorkFolder.delete(work);
  }

  /** The same bytes under as many names in as many folders. */
  private static void bare(ExecutorService pool, Path folder, List<String> names, byte[] image)
      throws Exception {
    ByteBuffer bytes = ByteBuffer.allocateDirect(image.length).put(image).flip();
    List<Callable<Path>> writes =
        names.stream()
            .<Callable<Path>>map(
                name -> () -> write(folder.resolve(shard(name)).resolve(name), bytes.duplicate()))
            .toList();
    for (Future<Path> written : pool.invokeAll(writes)) {
      written.get();
    }
  }

  private static String shard(String name) {
    return Integer.toHexString(name.hashCode() & 0xFF);
  }

  private static Path write(Path file, ByteBuffer image) throws IOException {
    Files.createDirectories(file.getParent());
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      while (image.hasRemaining()) {
        channel.write(image);
      }
      channel.force(true);
    }
    return Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
