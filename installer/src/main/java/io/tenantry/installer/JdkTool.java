package io.tenantry.installer;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs of the JDK that runs this build, or of a linked runtime. */
final class JdkTool {

  private final Path home;
  private final Redirect output;

  private JdkTool(Path home, Redirect output) {
    this.home = home;
    this.output = output;
  }

  static JdkTool ofThisJdk() {
    return of(Path.of(System.getProperty("java.home")));
  }

  static JdkTool of(Path home) {
    return new JdkTool(home, Redirect.INHERIT);
  }

  /** Returns the same tools, whose output goes to a file. */
  JdkTool writingTo(Path file) {
    return new JdkTool(home, Redirect.to(file.toFile()));
  }

  /** Runs the program to its end; fails if the program does. */
  void run(String name, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve(name).toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
    // jpackage passes it to dpkg-deb, which then keeps the pinned file times.
    builder.environment().put("SOURCE_DATE_EPOCH", Long.toString(FileTimes.EPOCH.getEpochSecond()));
    int exit = builder.start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(
          "%s ended with %d; its output went to %s; command: %s"
              .formatted(name, exit, output, command));
    }
  }
}
