package io.tenantry.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Makes the packages of the system it runs on. Usage: {@code PackagerMain LIBRARIES JAVAFX
 * RESOURCES ICON OPTIONS OUTPUT VERSION}, the first two being folders of jars, OPTIONS one of
 * files.
 */
public final class PackagerMain {

  private PackagerMain() {}

  static void main(String[] args) throws IOException, InterruptedException {
    Path libraries = Path.of(args[0]);
    Path javafx = Path.of(args[1]);
    Path icon = Path.of(args[3]);
    Launch launch = Launch.read(Path.of(args[4]));
    Path output = Path.of(args[5]);
    PackageResources resources =
        PackageResources.gather(Path.of(args[2]), icon, output.resolve("resources"));
    String version = args[6];

    Path runtime = new RuntimeImage(javafx).linkTo(output.resolve("runtime"), libraries);
    ApplicationImage image =
        new ImageBuilder(libraries, runtime, launch, icon, version)
            .createIn(output.resolve("image"));
    FileTimes.pin(image.root());
    AotCache cache = new AotCache(image, launch, output.resolve("training"));
    long cacheBytes = cache.train();
    Duration start = cache.proveUsed();
    FileTimes.pin(image.root());
    Map<String, Duration> tours = new PackagedTours(image, output.resolve("tours")).run();
    Path made = new SystemPackage(image, resources, version).createIn(output.resolve("package"));

    System.out.println("Application image  " + image.root());
    System.out.printf("Start cache        %d MB, in use%n", cacheBytes / 1_000_000);
    System.out.printf("Start and exit     %d ms with it%n", start.toMillis());
    tours.forEach(
        (name, took) ->
            System.out.printf("Tour %-13s nothing failed in %d s%n", name, took.toSeconds()));
    System.out.printf("Package            %s, %d MB%n", made, Files.size(made) / 1_000_000);
  }
}
