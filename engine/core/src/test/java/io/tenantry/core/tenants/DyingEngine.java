package io.tenantry.core.tenants;

import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An engine in a process of its own that dies, without any goodbye, in the middle of its work. */
public final class DyingEngine {
  /** What the process ends with, so that a test sees that it died where it should. */
  public static final int DIED = 77;

  private DyingEngine() {}

  /** Returns names for many tenants. */
  public static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "t" + (10_000 + i)).toList();
  }

  /** Runs {@code deploy} or {@code create} on a data folder until it dies. */
  public static void main(String[] arguments) {
    Fleet fleet = new Fleet(Path.of(arguments[1]));
    Path hosts = fleet.folder.root().resolve("hosts");
    if (arguments[0].equals("deploy")) {
      dieWhen(() -> fleet.number("SELECT count(*) FROM tenant_database WHERE minor > 1") > 0);
      fleet.await(
          fleet.deployments().create(new CreateDeployment(new WorkspaceName("shop"))).jobId());
    } else {
      dieWhen(() -> files(hosts) > 60);
      fleet.createMany(names(600), "shop");
    }
  }

  private static void dieWhen(BooleanSupplier reached) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (!reached.getAsBoolean()) {
                Thread.onSpinWait();
              }
              Runtime.getRuntime().halt(DIED);
            });
  }

  private static long files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(".db")).count();
    } catch (IOException | UncheckedIOException e) {
      return 0; // a temporary name was renamed while we looked
    }
  }

  /** Starts the process, waits for its death, and returns what it ended with. */
  public static int run(String what, Path data) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DyingEngine.class.getName(),
                what,
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile())
            .start();
    return process.waitFor();
  }
}
