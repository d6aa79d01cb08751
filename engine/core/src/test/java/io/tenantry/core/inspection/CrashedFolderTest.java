package io.tenantry.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.FolderCheck;
import io.tenantry.core.LocalEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a check says about a folder whose engine was killed, and what a repair makes of it. */
class CrashedFolderTest {
  @TempDir private static Path parent;
  private static Path lived;

  @TempDir private Path temp;
  private Path folder;

  @BeforeAll
  static void live() throws IOException {
    lived = parent.resolve("data");
    LivedInFolder.live(lived);
  }

  @BeforeEach
  void copy() throws IOException {
    folder = temp.resolve("data");
    FolderFiles.copy(lived, folder);
  }

  private FolderCheck check() {
    return new FolderCheck(EngineConfig.at(folder));
  }

  @ParameterizedTest
  @CsvSource({
    "provisioning, unfinished_provisioning",
    "moving, unfinished_operation",
    "rollback, unfinished_operation",
    "recovering, unfinished_operation"
  })
  void whatWasUnderWayIsNotedAndTheNextOpeningEndsIt(String during, String kind) throws Exception {
    assertThat(DoomedFolder.run(folder, during)).isTrue();
    List<String> before = FolderFiles.state(folder);

    CheckReport report = check().look(false);

    assertThat(FolderFiles.state(folder)).isEqualTo(before);
    assertThat(report.findings()).extracting(Finding::kind).contains(kind);
    assertThat(report.findings())
        .filteredOn(Finding::counts)
        .extracting(Finding::kind)
        .allMatch("temporary_file"::equals);

    assertThat(check().repair(false).clean()).isTrue();
    settle();
    CheckReport after = check().look(false);
    assertThat(after.clean()).isTrue();
    assertThat(after.findings())
        .extracting(Finding::kind)
        .noneMatch(left -> left.startsWith("unfinished_"));
  }

  /** A move or a rollback that a repair began again may go on behind it. */
  private void settle() {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      Project project = engine.open(Credential.owner());
      LivedInFolder.await(
          () ->
              project.tenants().list(TenantFilter.none(), PageRequest.all()).items().stream()
                  .map(Tenant::status)
                  .allMatch(TenantStatus.READY::equals));
    }
  }

  @Test
  void commitsThatAreInTheLogsOnlyAreReadAndTheLogsStay() throws Exception {
    assertThat(DoomedFolder.run(folder, "writing")).isTrue();
    Path log = FolderFiles.find(folder, "hosts/.*/shop__shared\\.\\d+\\.db-wal");
    assertThat(log).isNotEmptyFile();
    List<String> before = FolderFiles.state(folder);

    assertThat(check().look(false).clean()).isTrue();
    assertThat(FolderFiles.state(folder)).isEqualTo(before);

    Path index = Path.of(log.toString().replace("-wal", "-shm"));
    for (byte[] cutOff : List.of(new byte[0], new byte[1 << 15])) {
      Files.write(index, cutOff);
      assertThat(check().look(false).clean()).as("with an index that a crash cut off").isTrue();
    }
    Files.delete(index);
    Files.delete(folder.resolve("catalog.db-shm"));
    assertThat(check().look(false).clean()).as("without the index of the log").isTrue();
    assertThat(lastWords(LivedInFolder.SHARED)).isEqualTo(Value.of(20));
    assertThat(lastWords(LivedInFolder.OWN)).isEqualTo(Value.of(20));
    assertThat(check().look(false).clean()).isTrue();
  }

  private Value lastWords(TenantId tenant) {
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(folder))) {
      return engine
          .open(Credential.owner())
          .queries()
          .tenant(
              new TenantQuery(
                  tenant,
                  LivedInFolder.SHOP,
                  "SELECT count(*) FROM notes WHERE body = 'last words'"))
          .rows()
          .getFirst()
          .getFirst();
    }
  }

  @Test
  void aCatalogOfAnOlderVersionIsReadWithoutBringingItUp() throws Exception {
    folder = Files.createDirectory(temp.resolve("old"));
    Files.copy(lived.resolve("secret.key"), folder.resolve("secret.key"));
    FolderFiles.make(
        folder.resolve("catalog.db"),
        FolderFiles.resource("/io/tenantry/core/catalog/V001__foundation.sql")
            + FolderFiles.resource("/io/tenantry/core/catalog/V002__places.sql")
            + "PRAGMA application_id=0x544E5259; PRAGMA user_version=2");
    FolderFiles.keepFromOthers(folder);
    List<String> before = FolderFiles.state(folder);

    CheckReport report = check().look(false);

    assertThat(report.findings()).extracting(Finding::kind).containsExactly("catalog_version");
    assertThat(report.clean()).isTrue();
    assertThat(FolderFiles.state(folder)).isEqualTo(before);
  }
}
