package io.tenantry.core.files;

import io.tenantry.contract.error.EngineException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A second process with a data folder open: says so, and ends when its input does. */
public final class LockingProcess {
  private LockingProcess() {}

  /** Opens the folder named first; publishes the address named second, if there is one. */
  public static void main(String[] arguments) throws IOException {
    try (DataFolder folder =
        DataFolder.open(Path.of(arguments[0]), Instant.parse("2026-01-02T03:04:05Z"), file -> {})) {
      if (arguments.length > 1) {
        folder.publish(URI.create(arguments[1]));
      }
      System.out.println("open");
      while (System.in.read() >= 0) {
        continue;
      }
    } catch (EngineException refused) {
      System.out.println(refused.message());
    }
  }

  /** Starts the process and waits until it has the folder open. */
  static Process start(Path folder, String... more) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            LockingProcess.class.getName(),
            folder.toString());
    builder.command().addAll(List.of(more));
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String line = process.inputReader().readLine();
    if (!"open".equals(line)) {
      throw new IllegalStateException("the other process said " + line);
    }
    return process;
  }
}
