package io.tenantry.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process of its own whose engine dies, without any goodbye, in the middle of its work. */
public final class DoomedProcess {
  /** What the process ends with, so that a test sees that it died where it should. */
  public static final int DIED = 77;

  private static final int PATIENCE_SECONDS = 60;

  private DoomedProcess() {}

  /** Ends this process at once. */
  public static void die() {
    Runtime.getRuntime().halt(DIED);
  }

  /** Ends this process as soon as the condition holds; a condition that fails ends it otherwise. */
  public static void dieWhen(BooleanSupplier reached) {
    Thread.ofPlatform().daemon().start(() -> watch(reached));
  }

  private static void watch(BooleanSupplier reached) {
    try {
      while (!reached.getAsBoolean()) {
        Thread.onSpinWait();
      }
    } catch (RuntimeException e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
    die();
  }

  /** Waits for the end that {@link #dieWhen} brings. */
  public static void awaitDeath() {
    boolean released;
    try {
      released = new CountDownLatch(1).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    throw new AssertionError("it did not die" + (released ? ", but was released" : ""));
  }

  /** Returns a process of a main method, which has not begun. */
  public static ProcessBuilder of(Class<?> main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /**
   * Runs the main method until the process is dead; returns what it ended with. What the process
   * says goes to the file, and on to our own error stream if it did not die as it should.
   */
  public static int run(Class<?> main, Path log, String... arguments)
      throws IOException, InterruptedException {
    int ended =
        of(main, arguments)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (ended != DIED && ended != 0) {
      System.err.println(Files.readString(log));
    }
    return ended;
  }
}
