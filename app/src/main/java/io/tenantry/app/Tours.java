package io.tenantry.app;

import io.tenantry.app.tour.DoorsTour;
import io.tenantry.app.tour.Look;
import io.tenantry.app.tour.MainTour;
import io.tenantry.app.tour.OperateTour;
import io.tenantry.app.tour.ScaleTour;
import io.tenantry.app.tour.Tour;
import io.tenantry.app.tour.TourLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Starts scripted tours: folders, toolkit, and the exit code. */
final class Tours {
  private static final String SAMPLE = "/io/tenantry/app/samples/clinic.sql";

  private Tours() {}

  /** Returns the folders of a tour; without one on the command line, new ones for this run. */
  static Folders folders(@Nullable Path data, @Nullable Path config) {
    if (data != null) {
      return Folders.find(data, config);
    }
    try {
      Path root = Files.createTempDirectory("tenantry-tour-");
      return new Folders(root.resolve("data"), config == null ? root.resolve("config") : config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the tours that the package must pass. */
  static List<Tour> all() {
    return List.of(new MainTour(sample()), new OperateTour(), new DoorsTour(sample(), Look.ALL));
  }

  /** Returns what is only measured when somebody asks for it. */
  private static Tour scale() {
    return new ScaleTour(100_000, 350_000_000, 450_000_000);
  }

  /** Runs a tour by its name; 0 when everything went as it must. */
  static int run(String name, Folders folders) throws InterruptedException {
    List<Tour> known = Stream.concat(all().stream(), Stream.of(scale())).toList();
    Optional<Tour> tour = known.stream().filter(one -> one.name().equals(name)).findFirst();
    if (tour.isEmpty()) {
      String names = known.stream().map(Tour::name).collect(Collectors.joining(", "));
      System.err.println("There is no tour '" + name + "'. There are: " + names);
      return 2;
    }
    if (!tour.get().goesOn() && !isEmpty(folders.data())) {
      System.err.println("The tour needs an empty data folder: " + folders.data());
      return 2;
    }
    return run(tour.get(), folders);
  }

  private static int run(Tour tour, Folders folders) throws InterruptedException {
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    Path pictures = folders.config().resolveSibling("tour-pictures");
    out.println("Tenantry " + Main.Versions.current() + ": " + tour.title());
    TourStage stage = started(folders, pictures);
    try {
      tour.run(stage, stage, new TourLog(out));
      out.printf("%nPictures of the screens: %s%n", pictures);
      return 0;
    } catch (Exception e) {
      out.println();
      System.err.println("The tour failed: " + e.getMessage());
      LoggerFactory.getLogger(Tours.class).error("The tour failed", e);
      stage.picture("failed", Look.LIGHT);
      out.printf("What was on the screen: %s%n", pictures);
      return 1;
    } finally {
      stage.close();
      Platform.exit();
    }
  }

  private static TourStage started(Folders folders, Path pictures) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(1);
    AtomicReference<@Nullable TourStage> stage = new AtomicReference<>();
    Platform.setImplicitExit(false);
    Platform.startup(
        () -> {
          try {
            stage.set(new TourStage(folders, pictures));
          } finally {
            ready.countDown();
          }
        });
    ready.await();
    TourStage started = stage.get();
    if (started == null) {
      throw new IllegalStateException("the window could not be built");
    }
    started.awaitOpen();
    return started;
  }

  private static boolean isEmpty(Path folder) {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the sample schema that the tour imports. */
  static String sample() {
    try (InputStream file = Tours.class.getResourceAsStream(SAMPLE)) {
      if (file == null) {
        throw new IllegalStateException("the sample schema is missing: " + SAMPLE);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
