package io.tenantry.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleStartTest {
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration HURRIED = Duration.ofMillis(200);

  @TempDir private Path folder;
  private final BlockingQueue<Ring> rings = new LinkedBlockingQueue<>();
  private Optional<ConsoleStart.First> first = Optional.empty();

  @AfterEach
  void end() {
    first.ifPresent(ConsoleStart.First::close);
  }

  @Test
  void secondStartHandsItsArgumentsOver() throws Exception {
    begin("data", "settings");
    Ring ring = new Ring(Optional.of(folder.resolve("elsewhere")));

    assertThat(start("elsewhere", "settings", ring, PATIENT))
        .isInstanceOf(ConsoleStart.HandedOver.class);
    assertThat(rings.poll(30, TimeUnit.SECONDS)).isEqualTo(ring);
  }

  @Test
  void startWithOtherSettingsFindsTheConsoleThatHasTheDataOpen() throws Exception {
    begin("data", "settings");
    Files.createDirectories(folder.resolve("data"));
    FolderMark.set(folder.resolve("data"), folder.resolve("settings"));

    assertThat(start("data", "other-settings", new Ring(Optional.empty()), PATIENT))
        .isInstanceOf(ConsoleStart.HandedOver.class);
    assertThat(rings.poll(30, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void whatAKilledConsoleLeftStopsNobody() throws Exception {
    Files.createDirectories(folder.resolve("settings"));
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("settings/console.lock"), "");
    Files.writeString(folder.resolve("settings/console.door"), "1\nword\n999999\n");
    FolderMark.set(folder.resolve("data"), folder.resolve("settings"));

    begin("data", "settings");

    assertThat(Doorbell.holder(folder.resolve("settings"))).contains(ProcessHandle.current().pid());
  }

  @Test
  void consoleThatIsStillStartingIsWaitedFor() throws Exception {
    try (ConsoleLock lock = ConsoleLock.take(folder.resolve("settings")).orElseThrow()) {
      BlockingQueue<ConsoleStart> outcome = new LinkedBlockingQueue<>();
      Thread second =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      outcome.add(start("data", "settings", new Ring(Optional.empty()), PATIENT));
                    } catch (IOException | InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                  });
      try (Doorbell bell = Doorbell.hang(folder.resolve("settings"), rings::add)) {
        second.join(30_000);
        assertThat(bell).isNotNull();
      }
      assertThat(lock).isNotNull();
      assertThat(outcome.poll()).isInstanceOf(ConsoleStart.HandedOver.class);
    }
  }

  @Test
  void consoleThatNeverAnswersIsNamed() throws Exception {
    try (ConsoleLock lock = ConsoleLock.take(folder.resolve("settings")).orElseThrow()) {
      Files.writeString(folder.resolve("settings/console.door"), "1\nword\n4711\n");
      assertThat(start("data", "settings", new Ring(Optional.empty()), HURRIED))
          .isEqualTo(new ConsoleStart.Silent(Optional.of(4711L)));
      assertThat(lock).isNotNull();
    }
  }

  @Test
  void whoDoesNotKnowTheWordIsNotHeard() throws Exception {
    begin("data", "settings");
    List<String> door = Files.readAllLines(folder.resolve("settings/console.door"));
    try (Socket stranger =
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(door.getFirst()))) {
      DataOutputStream out = new DataOutputStream(stranger.getOutputStream());
      out.writeUTF("guess");
      out.writeUTF("");
      out.flush();
      assertThat(stranger.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(rings).isEmpty();
  }

  @Test
  void wordIsForTheOwnerOnly() throws Exception {
    begin("data", "settings");
    Path door = folder.resolve("settings/console.door");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(door)))
        .isEqualTo("rw-------");
  }

  @Test
  void endedConsoleLeavesTheFoldersToTheNext() throws Exception {
    begin("data", "settings");
    end();
    begin("data", "settings");
    assertThat(first).isPresent();
  }

  private void begin(String data, String settings) throws Exception {
    ConsoleStart start = start(data, settings, new Ring(Optional.empty()), HURRIED);
    assertThat(start).isInstanceOf(ConsoleStart.First.class);
    first = Optional.of((ConsoleStart.First) start);
  }

  private ConsoleStart start(String data, String settings, Ring ring, Duration patience)
      throws IOException, InterruptedException {
    return ConsoleStart.at(
        folder.resolve(data), folder.resolve(settings), ring, patience, rings::add);
  }
}
