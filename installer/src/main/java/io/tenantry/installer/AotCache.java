package io.tenantry.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The image's ahead-of-time cache, which halves the start: made by one start of the console in the
 * headless toolkit, with the image's own runtime, class path and options. It must be trained after
 * the last jar is in place.
 */
final class AotCache {

  private final ApplicationImage image;
  private final Launch launch;
  private final Path folder;

  /**
   * Prepares training.
   *
   * @param folder for what the started consoles write: their data, and what they print
   */
  AotCache(ApplicationImage image, Launch launch, Path folder) {
    this.image = image;
    this.launch = launch;
    this.folder = folder;
  }

  /** Writes the cache and returns its size in bytes. */
  long train() throws IOException, InterruptedException {
    Folders.empty(folder);
    start("train", "-XX:AOTCacheOutput=" + image.cache());
    return Files.size(image.cache());
  }

  /** Starts once with the cache, fails if the virtual machine refuses it, and returns the time. */
  Duration proveUsed() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    start("prove", "-XX:AOTMode=on", "-XX:AOTCache=" + image.cache());
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private void start(String name, String... options) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(launch.javaOptions());
    arguments.addAll(
        List.of(
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-cp",
            image.classPath(),
            Launch.MAIN_CLASS,
            "--data",
            folder.resolve(name).resolve("data").toString(),
            "--config",
            folder.resolve(name).resolve("config").toString(),
            "--exit-after-start"));
    Program.ofRuntime(image.runtime(), "java")
        .writingTo(folder.resolve(name + ".log"))
        .run(arguments);
  }
}
