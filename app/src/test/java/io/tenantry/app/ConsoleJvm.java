package io.tenantry.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A virtual machine of its own, started as the launch script starts the console. */
final class ConsoleJvm {
  private ConsoleJvm() {}

  /** Returns the command that runs a class of the tests; its own arguments are to be added. */
  static List<String> command(Class<?> main, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(options("console.args"));
    if (System.getProperty("os.name").startsWith("Linux")) {
      command.add(options("linux.args"));
    }
    command.addAll(List.of("--module-path", System.getProperty("jdk.module.path")));
    command.addAll(List.of("--add-modules", "javafx.controls"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return command;
  }

  private static String options(String file) {
    return "@" + Path.of("../config/launch", file).toAbsolutePath().normalize();
  }
}
