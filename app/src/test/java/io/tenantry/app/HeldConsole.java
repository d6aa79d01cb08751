package io.tenantry.app;

import io.tenantry.app.start.Ring;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The console as a process of its own in the headless toolkit, which stays open as on a desktop.
 * Takes the words {@code move X Y WIDTH HEIGHT}, {@code hide} and {@code place} on standard input,
 * as soon as a window is there, and answers the last one on standard output.
 */
final class HeldConsole {
  private HeldConsole() {}

  public static void main(String[] args) throws InterruptedException, IOException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Folders folders = Folders.find(Path.of(args[0]), Path.of(args[1]));
    ConsoleLog.toFolder(folders.config().resolve("logs"));
    Thread.ofPlatform().daemon().start(HeldConsole::listen);
    System.exit(new Launch(folders, new Ring(Optional.of(folders.data())), false).run());
  }

  private static void listen() {
    try (BufferedReader words =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      awaitWindow();
      for (String line = words.readLine(); line != null; line = words.readLine()) {
        String[] order = line.split(" ");
        Platform.runLater(() -> obey(order));
      }
    } catch (IOException ended) {
      System.exit(3);
    }
  }

  private static void awaitWindow() {
    while (Window.getWindows().isEmpty()) {
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static void obey(String[] order) {
    Stage stage = (Stage) List.copyOf(Window.getWindows()).getFirst();
    switch (order[0]) {
      case "move" -> {
        stage.setX(Double.parseDouble(order[1]));
        stage.setY(Double.parseDouble(order[2]));
        stage.setWidth(Double.parseDouble(order[3]));
        stage.setHeight(Double.parseDouble(order[4]));
      }
      case "hide" -> stage.setIconified(true);
      case "place" ->
          System.out.println(
              "place %.0f %.0f %.0f %.0f %b"
                  .formatted(
                      stage.getX(),
                      stage.getY(),
                      stage.getWidth(),
                      stage.getHeight(),
                      stage.isIconified()));
      default -> throw new IllegalArgumentException(order[0]);
    }
  }
}
