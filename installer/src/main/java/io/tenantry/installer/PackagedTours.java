package io.tenantry.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs every tour of the console on the finished image, by its own launcher and without a display.
 * A tour fails with a fault in the window, a screen that fails, an error in the log or a stack
 * trace; so does the build.
 */
final class PackagedTours {

  private final ApplicationImage image;
  private final Path folder;

  /**
   * Prepares the tours.
   *
   * @param folder for what they write: data, pictures, and what they print
   */
  PackagedTours(ApplicationImage image, Path folder) {
    this.image = image;
    this.folder = folder;
  }

  /** Runs them one after another; returns the time that each took. */
  Map<String, Duration> run() throws IOException, InterruptedException {
    Folders.empty(folder);
    Map<String, Duration> times = new TreeMap<>();
    for (String name : names()) {
      long begin = System.nanoTime();
      Path log = folder.resolve(name + ".log");
      launch(
          log,
          List.of(
              "--tour",
              name,
              "--data",
              folder.resolve(name).resolve("data").toString(),
              "--config",
              folder.resolve(name).resolve("config").toString()));
      refuseTraces(log);
      times.put(name, Duration.ofNanos(System.nanoTime() - begin));
    }
    return times;
  }

  private List<String> names() throws IOException, InterruptedException {
    Path log = folder.resolve("names.log");
    launch(log, List.of("--tours"));
    List<String> names = Files.readAllLines(log);
    if (names.isEmpty()) {
      throw new IllegalStateException("the console knows no tour");
    }
    return names;
  }

  private void launch(Path log, List<String> arguments) throws IOException, InterruptedException {
    try {
      Program.of(image.launcher()).withoutDisplay().writingTo(log).run(arguments);
    } catch (IllegalStateException failure) {
      throw new IllegalStateException(Files.readString(log), failure);
    }
  }

  /** What a virtual machine prints by itself never came to the tour's ears. */
  private static void refuseTraces(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      lines
          .filter(line -> line.startsWith("\tat ") || line.startsWith("Exception in thread"))
          .findFirst()
          .ifPresent(
              line -> {
                throw new IllegalStateException("a stack trace in " + log + ": " + line.strip());
              });
    }
  }
}
