package io.tenantry.server.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import io.tenantry.server.rendezvous.Rendezvous.Meeting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RendezvousTest {
  private static final Meeting HERE =
      Meeting.here(URI.create("http://127.0.0.1:4711"), new Secret("tdb_sk_1"));

  @TempDir Path folder;

  @Test
  void aVisitorLearnsWhereTheHolderAnswers() {
    AtomicInteger visitors = new AtomicInteger();
    try (Rendezvous _ =
        Rendezvous.open(
            folder,
            () -> {
              visitors.incrementAndGet();
              return HERE;
            })) {
      assertThat(visitors).as("asked on demand only").hasValue(0);
      assertThat(Rendezvous.find(folder)).contains(HERE);
      assertThat(Rendezvous.find(folder)).contains(HERE);
      assertThat(visitors).hasValue(2);
    }
  }

  @Test
  void nobodyIsThereBeforeAndAfter() throws IOException {
    assertThat(Rendezvous.find(folder)).isEmpty();
    assertThat(Rendezvous.find(folder.resolve("missing"))).isEmpty();
    Rendezvous.open(folder, () -> HERE).close();
    assertThat(Rendezvous.find(folder)).isEmpty();
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aSocketLeftByACrashIsReplaced() throws IOException {
    Files.createFile(folder.resolve("engine.sock"));
    assertThat(Rendezvous.find(folder)).isEmpty();

    try (Rendezvous _ = Rendezvous.open(folder, () -> HERE)) {
      assertThat(Rendezvous.find(folder)).contains(HERE);
    }
  }

  @Test
  void theSocketIsForItsOwnerOnly() throws IOException {
    try (Rendezvous _ = Rendezvous.open(folder, () -> HERE)) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("engine.sock"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aFolderWithALongPathMeetsElsewhere() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("x".repeat(120)));

    try (Rendezvous _ = Rendezvous.open(deep, () -> HERE)) {
      assertThat(deep.resolve("engine.sock")).doesNotExist();
      assertThat(Rendezvous.find(deep)).contains(HERE);
    }
    assertThat(Rendezvous.find(deep)).isEmpty();
  }

  @Test
  void aHolderThatCannotAnswerSaysWhy() {
    try (Rendezvous _ =
        Rendezvous.open(
            folder,
            () -> {
              throw EngineException.conflict("Port 80 is already in use");
            })) {
      assertThatThrownBy(() -> Rendezvous.find(folder))
          .isInstanceOf(EngineException.class)
          .hasMessage(
              "Process "
                  + ProcessHandle.current().pid()
                  + " has the data folder open and cannot be reached: Port 80 is already in use");
    }
  }
}
