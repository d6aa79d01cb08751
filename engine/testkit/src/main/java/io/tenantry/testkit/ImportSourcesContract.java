package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.imports.AnalyzeImport;
import io.tenantry.contract.imports.ImportAnalysis;
import io.tenantry.contract.imports.ImportAnalysis.TenantRows;
import io.tenantry.contract.imports.ImportId;
import io.tenantry.contract.imports.StartImport;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What looking at a shared database must do, and whose files may be looked at. */
public abstract class ImportSourcesContract extends ImportSuite {

  @Test
  void anAnalysisCountsTheRowsOfEachTenant() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    ImportAnalysis analysis =
        project.admin().imports().analyze(main, new AnalyzeImport(at(shared()), "TENANT_ID"));

    assertThat(analysis.tenants())
        .extracting(TenantRows::value)
        .containsExactlyInAnyOrderElementsOf(shared().tenants());
    assertThat(analysis.tenants())
        .extracting(tenant -> tenant.value() + "=" + tenant.tenantId())
        .contains(
            "acme=acme",
            "ACME=acme-2",
            "Acme=acme-3",
            "Big Corp=big-corp",
            "admin=admin-2",
            "42=t-42",
            "a__b=a_b",
            "customer-0012=customer-0012");
    TenantRows acme =
        analysis.tenants().stream()
            .filter(tenant -> tenant.tenantId().equals("acme"))
            .findFirst()
            .orElseThrow();
    assertRows(acme);
    assertWays(analysis);
    assertThat(analysis.warnings())
        .singleElement()
        .asString()
        .contains("'countries'", "all its 3 rows go to every tenant");
    assertThat(project.tenantIds()).isEmpty();
  }

  private static void assertRows(TenantRows acme) {
    assertThat(acme.rowsByTable()).containsOnlyKeys(SharedDatabase.SPLIT_TABLES);
    long orders = acme.rowsByTable().getOrDefault("orders", 0L);
    assertThat(orders).isPositive();
    assertThat(acme.rowsByTable()).containsEntry("order_items", 2 * orders);
    assertThat(acme.rows())
        .isEqualTo(acme.rowsByTable().values().stream().mapToLong(Long::longValue).sum());
  }

  private static void assertWays(ImportAnalysis analysis) {
    assertThat(analysis.tables())
        .extracting(
            table ->
                "%s %s %s"
                    .formatted(
                        table.name(), table.hasRoutingField(), table.reachedBy().orElse("-")))
        .containsExactly(
            "countries false -",
            "events true -",
            "order_items false order_items.order_id",
            "order_tags false order_tags.order_id",
            "orders true -",
            "tags true -",
            "tenants false users.tenant_id",
            "users true -");
  }

  @Test
  void aMissingRoutingFieldIsNamed() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    assertRefused(
        ErrorCode.BAD_REQUEST,
        "no table found with routing field 'invalid_field'",
        () ->
            project
                .admin()
                .imports()
                .analyze(main, new AnalyzeImport(at(shared()), "invalid_field")));
  }

  @Test
  void aDatabaseGivesItsSchema() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    SchemaImport imported =
        project
            .admin()
            .workspaces()
            .importSchema(main, new ImportSchema.FromDatabase(at(shared())));

    assertThat(imported.source()).isEqualTo("database");
    assertThat(imported.created()).hasSize(SharedDatabase.SPLIT_TABLES.size() + 1);
    assertThat(project.design(main, "SELECT count(*) FROM users").result().rows())
        .containsExactly(List.of(Value.of(0)));
  }

  @Test
  void theSourceStaysAsItWas() throws IOException {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    SharedDatabase logged =
        source("logged.db").with("PRAGMA journal_mode=WAL", "UPDATE tenants SET name = 'x'");
    byte[] before = Files.readAllBytes(logged.file());
    Set<Path> beside = beside(logged.file());

    project.admin().imports().analyze(main, new AnalyzeImport(at(logged), FIELD));
    project.ended(
        main, project.admin().imports().startFull(main, new StartImport(at(logged), FIELD)).data());

    assertThat(Files.readAllBytes(logged.file())).isEqualTo(before);
    assertThat(beside(logged.file())).isEqualTo(beside);
  }

  private static Set<Path> beside(Path file) throws IOException {
    try (var files = Files.list(file.getParent())) {
      return new HashSet<>(
          files
              .filter(path -> path.getFileName().toString().startsWith(file.getFileName() + ""))
              .toList());
    }
  }

  @Test
  void aKeyReadsOnlyFilesThatAreAllowed() throws IOException {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    Path outside = sources().resolveSibling("outside.db");
    Files.copy(shared().file(), outside);
    Path link = Files.createSymbolicLink(file("link.db"), outside);
    Path own = sources().resolveSibling("data").resolve("catalog.db");

    for (Path file : List.of(outside, link, own, Path.of("/etc/passwd"), Path.of("/no/such"))) {
      assertRefused(
          ErrorCode.FORBIDDEN,
          "The engine may not read this file. Its configuration names the folders from which files"
              + " are imported (imports.folders)",
          () -> project.admin().imports().analyze(main, new AnalyzeImport(at(file), FIELD)));
    }
    assertThat(
            refusal(
                    () ->
                        project
                            .admin()
                            .imports()
                            .analyze(main, new AnalyzeImport(at(file("none.db")), FIELD)))
                .message())
        .contains("none.db", "cannot be found");
  }

  @Test
  void importsNeedAnAdministratorOfTheWorkspace() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.workspace("other");
    AnalyzeImport request = new AnalyzeImport(at(shared()), FIELD);

    assertRefused(
        ErrorCode.ROLE_REQUIRED,
        () -> project.as(Role.WRITE, ScopeType.PROJECT).imports().analyze(main, request));
    assertRefused(
        ErrorCode.SCOPE_DENIED,
        () ->
            project.as(Role.ADMIN, ScopeType.WORKSPACE, "other").imports().analyze(main, request));
    assertRefused(
        ErrorCode.SCOPE_DENIED,
        () -> project.as(Role.READ, ScopeType.WORKSPACE, "other").imports().list(main));
    assertThat(project.as(Role.READ, ScopeType.PROJECT).imports().list(main)).isEmpty();
  }

  @Test
  void unknownWorkspacesAndImportsAreNamed() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    WorkspaceName plane = project.workspace("plane", WorkspaceMode.CONTROL);
    ImportId unknown = new ImportId("imp_0000");

    assertRefused(
        ErrorCode.NOT_FOUND,
        "Import not found: imp_0000",
        () -> project.admin().imports().status(main, unknown));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Workspace not found: nope",
        () -> project.admin().imports().list(new WorkspaceName("nope")));
    assertRefused(
        ErrorCode.BAD_REQUEST,
        () -> project.admin().imports().start(plane, new StartImport(at(shared()), FIELD)));
  }
}
