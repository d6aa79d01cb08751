package io.tenantry.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ProjectId PROJECT = new ProjectId("tdb_0123abcd");

  @TempDir Path parent;

  @Test
  void laysFilesOutByProjectAndShard() {
    try (DataFolder folder = open("data")) {
      Path root = folder.root();
      assertThat(folder.workspace(PROJECT, new WorkspaceName("shop")))
          .isEqualTo(root.resolve("workspaces/tdb_0123abcd/shop.db"));
      Path tenant = folder.shared(PROJECT, "shop__wayne", "shop__wayne.db");
      assertThat(root.relativize(tenant).toString().replace('\\', '/'))
          .matches("hosts/shared/tdb_0123abcd/[0-9a-f]{2}/shop__wayne\\.db");
      assertThat(root.resolve("hosts")).as("only its files make a folder").doesNotExist();
      assertThat(folder.image("f1")).isEqualTo(root.resolve("images/f1.db"));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isForTheOwnerOnly() throws IOException {
    try (DataFolder folder = open("data")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
          .isEqualTo("rwx------");
      Path lock = folder.root().resolve("engine.lock");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lock)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aSecondOpeningInTheSameProcessIsRefusedAndTheFirstKeepsItsLock() throws IOException {
    try (DataFolder folder = open("data")) {
      folder.publish(URI.create("http://127.0.0.1:8080"));
      assertThat(refusal(folder.root()))
          .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
      assertThat(DataFolder.holder(folder.root()).flatMap(LockHolder::url))
          .contains(URI.create("http://127.0.0.1:8080"));
      assertThatThrownBy(() -> LockingProcess.start(folder.root()))
          .as("another process must still be kept out")
          .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
    }
    open("data").close();
  }

  @Test
  void aSecondProcessIsNamedWithItsAddress() throws IOException, InterruptedException {
    Path root = parent.resolve("data");
    Process other = LockingProcess.start(root, "http://127.0.0.1:9090");
    try {
      EngineException failure = refusal(root);
      assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
      assertThat(failure.message())
          .startsWith("The data folder " + root.toRealPath() + " is in use by process ")
          .contains(String.valueOf(other.pid()))
          .endsWith("which answers at http://127.0.0.1:9090");
      assertThat(failure.details())
          .containsEntry("reason", "locked")
          .containsEntry("pid", other.pid())
          .containsEntry("url", "http://127.0.0.1:9090");
      assertThat(DataFolder.holder(root).map(LockHolder::startedAt))
          .contains(Instant.parse("2026-01-02T03:04:05Z"));
    } finally {
      other.getOutputStream().close();
      other.waitFor();
    }
    open("data").close();
  }

  @Test
  void theLockOfAKilledProcessIsFree() throws IOException, InterruptedException {
    Process other = LockingProcess.start(parent.resolve("data"));
    other.destroyForcibly().waitFor();

    open("data").close();
  }

  @Test
  void aForeignFolderIsRefusedUntouched() throws IOException {
    Path photos = Files.createDirectory(parent.resolve("photos"));
    Files.writeString(photos.resolve("holiday.jpg"), "x");

    EngineException failure = refusal(photos);

    assertThat(failure.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(failure.detail("reason")).contains("foreign");
    assertThat(failure).hasMessageContaining("holds no Tenantry data");
    try (var entries = Files.list(photos)) {
      assertThat(entries).containsExactly(photos.resolve("holiday.jpg"));
    }
  }

  @Test
  void anOpeningThatWasCutShortIsNoForeignFolder() throws IOException {
    Path root = Files.createDirectory(parent.resolve("data"));
    Files.writeString(root.resolve("engine.lock"), "pid=1\n");
    Files.writeString(root.resolve(".secret.key.1a.part"), "");
    Files.createDirectory(root.resolve("logs"));

    open("data").close();
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefused() throws IOException {
    Path file = Files.writeString(parent.resolve("data"), "x");

    EngineException failure = refusal(file);

    assertThat(failure).hasMessage(file + " is a file, not a data folder");
    assertThat(file).hasContent("x");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderWithoutRightsIsRefused() throws IOException {
    Path root = Files.createDirectory(parent.resolve("data"));
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-x------"));
    org.junit.jupiter.api.Assumptions.assumeFalse(Files.isWritable(root), "root may do anything");

    assertThat(refusal(root)).hasMessage("The data folder " + root + " cannot be written");
  }

  @Test
  void aParentThatIsAFileIsNamed() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "x");

    assertThat(refusal(file.resolve("data")))
        .hasMessageStartingWith("Cannot create folder " + file.resolve("data"));
  }

  @Test
  void aTornLockTextStillReadsAsLocked() {
    assertThat(LockHolder.parse("pid=12\nho")).isEqualTo(Optional.empty());
    assertThat(LockHolder.parse("")).isEqualTo(Optional.empty());
  }

  private DataFolder open(String name) {
    return DataFolder.open(parent.resolve(name), NOW, file -> {});
  }

  private static EngineException refusal(Path folder) {
    return catchThrowableOfType(
        EngineException.class, () -> DataFolder.open(folder, NOW, file -> {}).close());
  }
}
