package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.workspaces.Change;
import io.tenantry.contract.workspaces.WorkspaceDiff;
import io.tenantry.contract.workspaces.WorkspaceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the changes that no tenant has yet must do: diff, skip, revert. */
public abstract class PendingChangesContract extends ContractSuite {

  @Test
  void theDiffListsPendingChangesOldestFirst() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)");
    project.design(main, "ALTER TABLE users ADD COLUMN email TEXT; DROP TABLE users;");

    WorkspaceDiff diff = project.admin().workspaces().diff(main);

    assertThat(diff.workspace()).isEqualTo(main);
    assertThat(diff.blueprint()).isEqualTo(main);
    assertThat(diff.version()).isEqualTo(new Version(1, 2));
    assertThat(diff.undeployedChanges()).isEqualTo(3);
    assertThat(diff.settingsPending()).isFalse();
    assertThat(diff.changes())
        .extracting(Change::kind)
        .containsExactly("create_table", "add_column", "drop_table");
    assertThat(diff.changes())
        .extracting(change -> change.version().toString())
        .containsExactly("1.1", "1.2", "1.2");
    assertThat(diff.changes()).extracting(Change::id).isSorted();
    Change first = diff.changes().getFirst();
    assertThat(first.object()).isEqualTo("users");
    assertThat(first.revertStatement()).contains("DROP TABLE IF EXISTS users;");
    assertThat(first.destructive()).isFalse();
    Change last = diff.changes().getLast();
    assertThat(last.destructive()).isTrue();
    assertThat(last.revertible()).isEqualTo(last.revertStatement().isPresent());
  }

  @Test
  void aSkippedChangeLeavesTheQueueAndStaysInTheWorkspace() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE kept (a)");
    project.design(main, "CREATE TABLE skipped (a)");
    long id = project.changes(main).getLast().id();

    project.admin().workspaces().skip(main, id);

    assertThat(project.changes(main)).extracting(Change::object).containsExactly("kept");
    assertThat(project.admin().workspaces().get(main).version()).contains(new Version(1, 3));
    assertThat(project.admin().workspaces().schema(main).tables()).hasSize(2);
    assertThat(project.admin().blueprints().get(main).schema()).hasSize(1);
    assertRefused(
        ErrorCode.NOT_FOUND,
        "DDL " + id + " not found or already deployed",
        () -> project.admin().workspaces().skip(main, id));
  }

  @Test
  void aSkippedChangeIsListedUntilItIsIncludedAgain() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE kept (a)");
    project.design(main, "CREATE TABLE skipped (a)");
    project.design(main, "CREATE TABLE later (a)");
    long id = project.changes(main).get(1).id();
    project.admin().workspaces().skip(main, id);

    assertThat(project.admin().workspaces().diff(main).skippedChanges())
        .singleElement()
        .satisfies(
            skipped -> {
              assertThat(skipped.change().id()).isEqualTo(id);
              assertThat(skipped.change().object()).isEqualTo("skipped");
              assertThat(skipped.change().statement()).isEqualTo("CREATE TABLE skipped (a)");
              assertThat(skipped.skippedWith()).isEqualTo(new Version(1, 4));
            });
    Change back = project.admin().workspaces().include(main, id);

    assertThat(back.version()).isEqualTo(new Version(1, 5));
    assertThat(project.changes(main))
        .extracting(Change::object)
        .containsExactly("kept", "later", "skipped");
    assertThat(project.changes(main).getLast()).isEqualTo(back);
    assertThat(project.admin().workspaces().diff(main).skippedChanges()).isEmpty();
    assertThat(project.admin().blueprints().get(main).schema()).hasSize(3);
    assertRefused(
        ErrorCode.NOT_FOUND,
        "DDL " + id + " is not a skipped change",
        () -> project.admin().workspaces().include(main, id));
    project.admin().workspaces().skip(main, back.id());
    assertThat(project.admin().workspaces().diff(main).skippedChanges())
        .extracting(skipped -> skipped.change().id())
        .containsExactly(back.id());
  }

  @Test
  void aSkippedChangeThatDoesNotFitAnyMoreStaysSkipped() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE users (id INTEGER PRIMARY KEY)");
    project.design(main, "ALTER TABLE users ADD COLUMN email TEXT");
    project.admin().workspaces().skip(main, project.changes(main).getLast().id());
    long users = project.changes(main).getFirst().id();
    project.admin().workspaces().skip(main, users);
    long email = project.admin().workspaces().diff(main).skippedChanges().getFirst().change().id();

    assertRefused(ErrorCode.CONFLICT, () -> project.admin().workspaces().include(main, email));
    assertThat(project.admin().workspaces().diff(main).skippedChanges()).hasSize(2);
    project.admin().workspaces().include(main, users);
    project.admin().workspaces().include(main, email);
    assertThat(project.changes(main))
        .extracting(Change::kind)
        .containsExactly("create_table", "add_column");
  }

  @Test
  void aRevertedChangeIsUndoneInTheWorkspace() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE users (id INTEGER PRIMARY KEY)");
    long id = project.changes(main).getFirst().id();

    assertThat(project.admin().workspaces().revert(main, id))
        .isEqualTo("DROP TABLE IF EXISTS users;");

    assertThat(project.admin().workspaces().schema(main).tables()).isEmpty();
    assertThat(project.changes(main)).isEmpty();
    assertThat(project.admin().workspaces().get(main).version()).contains(new Version(1, 2));
    assertRefused(
        ErrorCode.NOT_FOUND,
        "DDL " + id + " not found or already deployed",
        () -> project.admin().workspaces().revert(main, id));
  }

  @Test
  void aChangeThatLaterOnesNeedStays() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE users (id INTEGER PRIMARY KEY)");
    project.design(main, "ALTER TABLE users ADD COLUMN email TEXT");
    long id = project.changes(main).getFirst().id();

    assertRefused(ErrorCode.CONFLICT, () -> project.admin().workspaces().skip(main, id));
    assertRefused(ErrorCode.CONFLICT, () -> project.admin().workspaces().revert(main, id));
    assertThat(project.changes(main)).hasSize(2);
    assertThat(project.admin().workspaces().get(main).version()).contains(new Version(1, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE visits (user_id INTEGER REFERENCES users (id))",
        "CREATE VIEW names AS SELECT id FROM users",
        "CREATE TABLE log (a); CREATE TRIGGER logged AFTER UPDATE OF a ON log BEGIN"
            + " DELETE FROM users; END"
      })
  void aChangeThatOthersNameStays(String naming) {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE users (id INTEGER PRIMARY KEY)");
    project.design(main, naming);
    long id = project.changes(main).getFirst().id();

    assertRefused(ErrorCode.CONFLICT, () -> project.admin().workspaces().skip(main, id));
    assertRefused(ErrorCode.CONFLICT, () -> project.admin().workspaces().revert(main, id));
    assertThat(project.changes(main)).extracting(Change::id).contains(id);
    assertThat(project.admin().workspaces().get(main).version()).contains(new Version(1, 2));
  }

  @Test
  void aChangeThatNamedNothingBeforeIsNoReasonToStay() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE visits (user_id INTEGER REFERENCES users (id))");
    project.design(main, "CREATE TABLE other (a)");
    long id = project.changes(main).getLast().id();

    project.admin().workspaces().revert(main, id);

    assertThat(project.changes(main)).extracting(Change::object).containsExactly("visits");
  }
}
