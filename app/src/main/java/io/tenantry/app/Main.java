package io.tenantry.app;

import io.tenantry.app.start.Ring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/**
 * Command line of the console. It is no subclass of the toolkit's Application, so that it starts
 * from the class path.
 */
@Command(
    name = "tenantry",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Versions.class,
    description = "Console and local engine for database-per-tenant systems on SQLite.",
    footer = {
      "",
      "Without a display (neither DISPLAY nor WAYLAND_DISPLAY) the console runs the scripted tour:",
      "the whole main job, with figures and pictures of the screens.",
      "Headless HTTP server: tenantry serve --help"
    })
public final class Main implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder of the local engine; made when it is missing.")
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Folder of the console's own settings and saved connections.")
  private @Nullable Path config;

  @Option(
      names = "--tour",
      paramLabel = "NAME",
      arity = "0..1",
      fallbackValue = "main",
      description =
          "Run a scripted tour on a new data folder, then exit: main (the main job, used without a"
              + " name), operate (a tenant that misbehaves, brought back), doors (every screen, tab"
              + " and dialog, in every look) or scale (memory with 100,000 tenants; makes them, or"
              + " takes a folder that has them).")
  private @Nullable String tour;

  @Option(names = "--tours", description = "Print the names of the tours, then exit.")
  private boolean tours;

  @Option(
      names = "--exit-after-start",
      description = "Exit when the first screen is shown; prints how long that took.")
  private boolean exitAfterStart;

  /** Starts the console. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (tours) {
      Tours.all().forEach(each -> System.out.println(each.name()));
      return 0;
    }
    boolean headless = Headless.prepare(System::getenv);
    GraphicsCard.prepare();
    boolean guided = tour != null || headless && !exitAfterStart;
    Folders folders = guided ? Tours.folders(data, config) : Folders.find(data, config);
    ConsoleLog.toFolder(folders.config().resolve("logs"));
    return guided
        ? Tours.run(tour == null ? "main" : tour, folders)
        : new Launch(folders, ring(), exitAfterStart).run();
  }

  private Ring ring() {
    return new Ring(Optional.ofNullable(data).map(folder -> folder.toAbsolutePath().normalize()));
  }

  /** The version that the build wrote into the jar. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Tenantry " + current()};
    }

    static String current() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "development" : version;
    }
  }
}
