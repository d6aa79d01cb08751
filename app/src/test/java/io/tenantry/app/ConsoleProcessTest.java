package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.settings.ConsoleSettings;
import io.tenantry.app.settings.ConsoleSettingsFile;
import io.tenantry.app.settings.WindowPlace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The console as real processes: a second start, and one that is killed. */
class ConsoleProcessTest {
  private static final long PATIENCE_SECONDS = 90;

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void secondStartBringsTheFirstForwardAndEnds() throws Exception {
    Process first = shown();
    tell(first, "hide");
    assertThat(place(first)).endsWith("true");

    Process second = start();

    assertThat(second.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isZero();
    awaitPlace(first, "false");
    assertThat(first.isAlive()).isTrue();
  }

  @Test
  void killedConsoleComesBackWhereItsWindowWas() throws Exception {
    Process first = shown();
    tell(first, "move 30 40 950 640");
    WindowPlace moved = new WindowPlace(30, 40, 950, 640, false);
    awaitKept(moved);
    first.destroyForcibly().waitFor();

    Process next = shown();

    assertThat(place(next)).isEqualTo("place 30 40 950 640 false");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDisplayThatCannotBeReachedIsToldInWords() throws Exception {
    List<String> command = ConsoleJvm.command(Main.class, "-XX:TieredStopAtLevel=1");
    command.add("--data=" + folder.resolve("data"));
    command.add("--config=" + folder.resolve("config"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DISPLAY", ":64999");
    Process process = builder.start();
    started.add(process);

    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isOne();
    assertThat(said).contains("No window can be opened: ").doesNotContain("\tat ");
  }

  private Process shown() throws IOException {
    Process console = start();
    place(console); // answers as soon as a window is there
    return console;
  }

  private Process start() throws IOException {
    List<String> command = ConsoleJvm.command(HeldConsole.class, "-XX:TieredStopAtLevel=1");
    command.add(folder.resolve("data").toString());
    command.add(folder.resolve("config").toString());
    Process process =
        new ProcessBuilder(command).redirectError(folder.resolve("errors.txt").toFile()).start();
    started.add(process);
    return process;
  }

  private static void tell(Process console, String order) {
    PrintStream words = new PrintStream(console.getOutputStream(), true, StandardCharsets.UTF_8);
    words.println(order);
  }

  private static String place(Process console) throws IOException {
    tell(console, "place");
    BufferedReader answers = console.inputReader(StandardCharsets.UTF_8);
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith("place")) {
        return line;
      }
    }
    throw new AssertionError("the console ended");
  }

  private static void awaitPlace(Process console, String end) throws Exception {
    WaitForAsyncUtils.waitFor(
        PATIENCE_SECONDS, TimeUnit.SECONDS, () -> place(console).endsWith(end));
  }

  private void awaitKept(WindowPlace place) throws Exception {
    WaitForAsyncUtils.waitFor(
        PATIENCE_SECONDS,
        TimeUnit.SECONDS,
        () ->
            kept().windows().stream()
                .anyMatch(window -> window.place().filter(place::equals).isPresent()));
  }

  private ConsoleSettings kept() {
    return new ConsoleSettingsFile(folder.resolve("config")).read();
  }
}
