package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.Blueprint;
import io.tenantry.contract.blueprints.BlueprintSummary;
import io.tenantry.contract.blueprints.BlueprintVersion;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Blueprints;
import io.tenantry.contract.blueprints.CompareVersions;
import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.PlanStep.Effect;
import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.blueprints.VersionComparison;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What blueprints and their versions must tell. */
public abstract class BlueprintsContract extends ContractSuite {

  @Test
  void aBlueprintIsADraftUntilATenantHasIt() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE users (id INTEGER PRIMARY KEY)");

    Blueprint draft = project.admin().blueprints().get(main);
    project.tenant("wayne", main);
    Blueprint deployed = project.admin().blueprints().get(main);

    assertThat(draft.status()).isEqualTo("draft");
    assertThat(draft.database()).isEqualTo(DatabaseType.SQLITE);
    assertThat(draft.workspace()).isEqualTo(main);
    assertThat(draft.routingField()).isEqualTo("tenant_id");
    assertThat(draft.version()).isEqualTo(new Version(1, 1));
    assertThat(draft.schema()).singleElement().asString().startsWith("CREATE TABLE users");
    assertThat(draft.deploymentStatus())
        .isEqualTo(new Blueprint.DeploymentStatus(false, 1, 0, true));
    assertThat(deployed.status()).isEqualTo("deployed");
    assertThat(deployed.deploymentStatus())
        .isEqualTo(new Blueprint.DeploymentStatus(true, 1, 1, true));
  }

  @Test
  void theListNamesTenantsInUse() {
    TestProject project = project();
    WorkspaceName main = project.workspaceFrom("main", "blog");
    project.workspace("plane", WorkspaceMode.CONTROL);
    project.workspace("alpha");
    project.tenants(main, "wayne", "globex", "stark");
    project.admin().tenants().delete(new TenantId("globex"), false);

    assertThat(project.admin().blueprints().list())
        .extracting(summary -> summary.name().value())
        .containsExactly("alpha", "main");
    BlueprintSummary summary = project.admin().blueprints().list().getLast();
    assertThat(summary.deployedTo()).containsExactly(new TenantId("wayne"), new TenantId("stark"));
    assertThat(summary.tenantCount()).isEqualTo(2);
    assertThat(summary.projectId()).isEqualTo(project.id());
    assertThat(summary.workspaceId()).isEqualTo(main);
    assertThat(summary.ddlStatements()).isNotEmpty();
  }

  @Test
  void versionsAreListedNewestFirstWithTheirTenants() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE a (x)");
    project.tenant("wayne", main);
    project.design(main, "CREATE TABLE b (x); CREATE INDEX bx ON b (x);");
    project.tenant("globex", main);
    project.design(main, "DROP TABLE a");

    BlueprintVersions versions = project.admin().blueprints().versions(main);

    assertThat(versions.blueprint()).isEqualTo(main);
    assertThat(versions.latest()).isEqualTo(new Version(1, 3));
    assertThat(versions.totalVersions()).isEqualTo(versions.versions().size()).isEqualTo(3);
    assertThat(versions.versions())
        .extracting(
            summary ->
                summary.version()
                    + " ddl "
                    + summary.ddlCount()
                    + " tenants "
                    + summary.deployedToCount()
                    + " destructive "
                    + summary.destructive())
        .containsExactly(
            "1.3 ddl 4 tenants 0 destructive true",
            "1.2 ddl 3 tenants 1 destructive false",
            "1.1 ddl 1 tenants 1 destructive false");
  }

  @Test
  void theEmptyVersionIsListedWhileItIsTheLatest() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    assertThat(project.admin().blueprints().versions(main).versions())
        .extracting(BlueprintVersions.Summary::version)
        .containsExactly(Version.EMPTY);
  }

  @Test
  void aVersionNeverChanges() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE a (x)");
    BlueprintVersion before = project.admin().blueprints().version(main, new Version(1, 1));
    project.design(main, "ALTER TABLE a ADD COLUMN y");

    BlueprintVersion after = project.admin().blueprints().version(main, new Version(1, 1));
    BlueprintVersion latest = project.admin().blueprints().version(main, new Version(1, 2));

    assertThat(after).isEqualTo(before);
    assertThat(after.statements()).hasSize(1);
    assertThat(after.fingerprint()).matches("\\d+:[0-9a-f]{64}");
    assertThat(after.author()).isNotBlank();
    assertThat(latest.statements()).hasSize(1);
    assertThat(latest.ddlStatements()).hasSize(2);
    assertThat(latest.schema()).hasSize(1);
    assertThat(latest.fingerprint()).isNotEqualTo(after.fingerprint());
  }

  @Test
  void skippedStatementsAreInNoLaterVersion() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE a (x)");
    project.design(main, "CREATE TABLE b (x)");
    project.admin().workspaces().skip(main, project.changes(main).getLast().id());

    BlueprintVersion latest = project.admin().blueprints().version(main, new Version(1, 3));

    assertThat(latest.ddlStatements()).singleElement().asString().contains("CREATE TABLE a");
    assertThat(latest.fingerprint())
        .isEqualTo(project.admin().blueprints().version(main, new Version(1, 1)).fingerprint());
  }

  @Test
  void comparingUpwardsGivesTheRecordedStatements() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE a (x)");
    project.design(main, "ALTER TABLE a ADD COLUMN y; CREATE INDEX ay ON a (y)");
    project.design(main, "DROP TABLE a");

    VersionComparison up = compare(project, main, 1, 3);

    assertThat(up.byDiffer()).isFalse();
    assertThat(up.steps())
        .extracting(PlanStep::kind)
        .containsExactly("add_column", "create_index", "drop_table");
    assertThat(up.steps())
        .extracting(PlanStep::effect)
        .containsExactly(Effect.CHEAP, Effect.REWRITE, Effect.DESTRUCTIVE);
    assertThat(up.losses()).containsExactly("drops table a with its rows");
    assertThat(compare(project, main, 2, 2).steps()).isEmpty();
  }

  @Test
  void comparingDownwardsSaysWhatIsLostAndTakesRenamesBack() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)");
    project.design(main, "ALTER TABLE users ADD COLUMN age INT");
    project.design(main, "ALTER TABLE users RENAME COLUMN name TO full_name");

    VersionComparison down = compare(project, main, 3, 1);

    assertThat(down.byDiffer()).isTrue();
    assertThat(down.isDestructive()).isTrue();
    assertThat(down.losses()).containsExactly("drops column users.age with its values");
    assertThat(down.steps())
        .extracting(PlanStep::kind)
        .containsExactly("rename_column", "drop_column");
    assertThat(down.steps().getFirst().statements())
        .containsExactly("ALTER TABLE users RENAME COLUMN full_name TO name");
  }

  @Test
  void comparingOverSkippedChangesAsksTheDiffer() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE a (x)");
    project.design(main, "CREATE TABLE b (x)");
    project.admin().workspaces().skip(main, project.changes(main).getLast().id());

    VersionComparison up = compare(project, main, 2, 3);

    assertThat(up.byDiffer()).isTrue();
    assertThat(up.losses()).containsExactly("drops table b with its rows");
  }

  @Test
  void hintsKeepWhatWasRenamed() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE a (x)");
    project.design(main, "DROP TABLE a; CREATE TABLE b (x)");
    Blueprints blueprints = project.admin().blueprints();

    VersionComparison renamed =
        blueprints.compare(
            main,
            new CompareVersions(
                new Version(1, 1), new Version(1, 2), new SchemaHints(Map.of("a", "b"), Map.of())));

    assertThat(renamed.steps()).extracting(PlanStep::kind).containsExactly("rename_table");
    assertThat(renamed.isDestructive()).isFalse();
    EngineException wrong =
        refusal(
            () ->
                blueprints.compare(
                    main,
                    new CompareVersions(
                        new Version(1, 1),
                        new Version(1, 2),
                        new SchemaHints(Map.of(), Map.of("a.none", "x")))));
    assertThat(wrong.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(wrong.detail("field")).contains("hints");
    assertRefused(
        ErrorCode.NOT_FOUND, "Version not found: 1.9", () -> compare(project, main, 1, 9));
  }

  private static VersionComparison compare(
      TestProject project, WorkspaceName blueprint, int from, int to) {
    return project
        .admin()
        .blueprints()
        .compare(blueprint, new CompareVersions(new Version(1, from), new Version(1, to)));
  }

  @Test
  void whatDoesNotExistIsNamed() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    Blueprints blueprints = project.admin().blueprints();
    WorkspaceName ghost = new WorkspaceName("ghost");

    assertRefused(ErrorCode.NOT_FOUND, "Blueprint not found: ghost", () -> blueprints.get(ghost));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "No versions found for blueprint: ghost",
        () -> blueprints.versions(ghost));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "Version not found: 1.9",
        () -> blueprints.version(main, new Version(1, 9)));
    assertRefused(ErrorCode.NOT_FOUND, () -> blueprints.version(ghost, new Version(1, 1)));
  }
}
