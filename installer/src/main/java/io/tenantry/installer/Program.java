package io.tenantry.installer;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A program that the build runs: a tool of a JDK, or a launcher of the image.
 *
 * @param executable its file
 * @param output where it prints to
 * @param display whether it may open windows
 */
record Program(Path executable, Redirect output, boolean display) {

  private static final Set<String> DISPLAYS = Set.of("DISPLAY", "WAYLAND_DISPLAY");

  /**
   * Options of this machine's virtual machines; they would make another cache than the product's.
   */
  private static final Set<String> FOREIGN_OPTIONS =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** A tool of the JDK that runs this build. */
  static Program ofThisJdk(String name) {
    return ofRuntime(Path.of(System.getProperty("java.home")), name);
  }

  /** A tool of a JDK or of a linked runtime. */
  static Program ofRuntime(Path home, String name) {
    return of(home.resolve("bin").resolve(name));
  }

  static Program of(Path executable) {
    return new Program(executable, Redirect.INHERIT, true);
  }

  /** Returns the same program, whose output goes to a file. */
  Program writingTo(Path file) {
    return new Program(executable, Redirect.to(file.toFile()), display);
  }

  /** Returns the same program, as on a machine without a display. */
  Program withoutDisplay() {
    return new Program(executable, output, false);
  }

  /** Runs the program to its end; fails if the program does. */
  void run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
    // jpackage passes it to dpkg-deb, which then keeps the pinned file times.
    builder.environment().put("SOURCE_DATE_EPOCH", Long.toString(FileTimes.EPOCH.getEpochSecond()));
    builder.environment().keySet().removeAll(FOREIGN_OPTIONS);
    if (!display) {
      builder.environment().keySet().removeAll(DISPLAYS);
    }
    int exit = builder.start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(
          "%s ended with %d; its output went to %s; command: %s"
              .formatted(executable.getFileName(), exit, output, command));
    }
  }
}
