package io.tenantry.core.workspaces;

import static io.tenantry.core.workspaces.WorkspaceFixture.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceRecoveryTest {
  @TempDir private Path root;

  @Test
  void everythingIsThereAfterReopening() {
    try (WorkspaceFixture engine = new WorkspaceFixture(root)) {
      engine.createMain(WorkspaceMode.TENANT);
      engine.run("CREATE TABLE t (a)");
    }
    try (WorkspaceFixture engine = new WorkspaceFixture(root)) {
      assertThat(engine.workspaces().get(MAIN).version()).contains(new Version(1, 1));
      assertThat(engine.workspaces().schema(MAIN).tables()).hasSize(1);
    }
  }

  @Test
  void anEmptyFileThatNoWorkspaceNamesIsDeletedAndAFullOneIsSetAside() throws IOException {
    Path orphan;
    Path full;
    Path unfinished;
    Path copy;
    try (WorkspaceFixture engine = new WorkspaceFixture(root)) {
      engine.createMain(WorkspaceMode.TENANT);
      Path folder = engine.workspacesFolder();
      orphan = Files.createFile(folder.resolve("orphan.db"));
      full = Files.createFile(folder.resolve("full.db"));
      try (Sqlite sqlite = new Sqlite();
          SqliteDatabase database = sqlite.open(OpenOptions.engine(full))) {
        database.execute("CREATE TABLE work_of_a_week (a)");
      }
      copy = Files.writeString(folder.resolve("main (copy).db"), "x");
      Files.createDirectory(folder.resolveSibling("somebody's folder"));
      unfinished = Files.writeString(folder.resolve(".main.db.1.part"), "x");
    }
    try (WorkspaceFixture engine = new WorkspaceFixture(root)) {
      assertThat(orphan).doesNotExist();
      assertThat(full).doesNotExist();
      assertThat(engine.workspacesFolder())
          .isDirectoryContaining(
              file -> file.getFileName().toString().startsWith("full.db.unnamed-"));
      assertThat(unfinished).doesNotExist();
      assertThat(copy).exists();
      assertThat(engine.workspaces().get(MAIN).schema()).isPresent();
    }
  }

  /** The catalog has version 1.2, but the crash came before the workspace committed. */
  @Test
  void aVersionThatTheWorkspaceNeverKeptIsTakenBack() throws IOException {
    Path database;
    try (WorkspaceFixture engine = new WorkspaceFixture(root)) {
      engine.createMain(WorkspaceMode.TENANT);
      engine.run("CREATE TABLE t (a)");
      engine.run("CREATE TABLE u (a)");
      database = engine.folder.workspace(engine.project, MAIN);
      Files.writeString(database.resolveSibling("main.db.pending"), "2");
    }
    try (Sqlite sqlite = new Sqlite();
        SqliteDatabase workspace = sqlite.open(OpenOptions.engine(database))) {
      workspace.execute("DROP TABLE u");
      workspace.userVersion(1);
    }
    try (WorkspaceFixture engine = new WorkspaceFixture(root)) {
      assertThat(engine.workspaces().get(MAIN).version()).contains(new Version(1, 1));
      assertThat(engine.workspaces().diff(MAIN).changes()).hasSize(1);
      engine.run("CREATE TABLE u (b)");
      assertThat(engine.workspaces().get(MAIN).version()).contains(new Version(1, 2));
      assertThat(engine.workspacesFolder().resolve("main.db.pending")).doesNotExist();
    }
  }

  /** The crash came after the workspace committed, or before the catalog did: nothing to mend. */
  @Test
  void aNoteAloneChangesNothing() throws IOException {
    for (String minor : new String[] {"1", "2", "damaged"}) {
      try (WorkspaceFixture engine = new WorkspaceFixture(root.resolve(minor))) {
        engine.createMain(WorkspaceMode.TENANT);
        engine.run("CREATE TABLE t (a)");
        Path database = engine.folder.workspace(engine.project, MAIN);
        Files.writeString(database.resolveSibling("main.db.pending"), minor);
      }
      try (WorkspaceFixture engine = new WorkspaceFixture(root.resolve(minor))) {
        assertThat(engine.workspaces().get(MAIN).version()).contains(new Version(1, 1));
        assertThat(engine.workspaces().schema(MAIN).tables()).hasSize(1);
      }
    }
  }
}
