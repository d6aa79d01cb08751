package io.tenantry.app.screens.workspaces.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.screens.workspaces.edits.ColumnSpec;
import io.tenantry.app.screens.workspaces.edits.DraftTable;
import io.tenantry.app.screens.workspaces.edits.Fate;
import io.tenantry.app.screens.workspaces.edits.SchemaEdit;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.settings.TextKind;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.workspaces.Change;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.Workspaces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridViewModelTest {
  private static final String NAME = "fintech";
  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final List<WorkspaceQueryResult> applied = new ArrayList<>();
  private SeededEngine engine;
  private GridViewModel model;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech();
    model = opened();
    model.show(NAME, schema());
  }

  /** A console that starts: everything it knows comes from the folder. */
  private GridViewModel opened() {
    TextJournal texts = ProjectMemory.open(folder.resolve("config"), tasks).texts();
    return new GridViewModel(
        workspaces(), tasks, new ErrorPresenter(new Notices()), texts, applied::add);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aPlanIsOneVersionWithEveryEditAsItWasMeant() {
    look("users");
    assertThat(model.addColumn()).isTrue();
    assertThat(change("column_6", spec -> spec.named("phone").unique(true))).isTrue();
    assertThat(change("name", spec -> spec.named("full name"))).isTrue();
    assertThat(model.addTable("odd \"table\"")).isTrue();
    assertThat(model.changes()).hasSize(4);
    model.apply();
    assertThat(model.problem().get()).isEmpty();
    assertThat(model.changes()).isEmpty();
    assertThat(applied.getFirst().version().orElseThrow()).hasToString("1.2");
    assertThat(engine.project().workspaces().diff(SeededEngine.FINTECH).changes())
        .extracting(Change::kind)
        .endsWith("rename_column", "create_table", "add_column", "create_index");
    assertThat(schema().tables().getLast().name()).isEqualTo("odd \"table\"");
  }

  @Test
  void aPlanThatFailsChangesNothingAndMarksTheEditThatFailed() {
    engine.change("INSERT INTO users (email, name) VALUES ('a@b.cd', 'Ada'), ('b@b.cd', 'Ada')");
    look("users");
    model.addColumn();
    List<DraftTable.Column> columns = model.selected().orElseThrow().columns();
    model.addIndex("one_name", List.of(columns.get(2).key()), true);
    model.apply();
    assertThat(applied).isEmpty();
    assertThat(model.problem().get().map(Problem::title)).contains("Not applied");
    assertThat(model.changes())
        .extracting(StagedChange::standing)
        .containsExactly(StagedChange.Standing.FITS, StagedChange.Standing.FAILED);
    assertThat(schema().tables().getFirst().columns()).hasSize(5);
  }

  @Test
  void everyStepCanBeUndoneAndRedone() {
    look("users");
    model.addColumn();
    model.toggleTable(find("transactions"));
    model.undoLast();
    assertThat(model.changes()).hasSize(1);
    model.undoLast();
    assertThat(model.changes()).isEmpty();
    model.redo();
    model.redo();
    assertThat(model.changes()).hasSize(2);
    model.discard();
    assertThat(model.changes()).isEmpty();
    model.undoLast();
    assertThat(model.changes()).hasSize(2);
  }

  @Test
  void aDroppedTableStaysInTheListUntilItIsApplied() {
    model.toggleTable(find("transactions"));
    assertThat(find("transactions").fate()).isEqualTo(Fate.DROPPED);
    assertThat(model.changes().getFirst().destructive()).isTrue();
    model.toggleTable(find("transactions"));
    assertThat(model.changes()).isEmpty();
  }

  @Test
  void anEditThatSqliteCannotMakeIsRefusedWithTheReason() {
    look("users");
    model.toggleColumn(model.selected().orElseThrow().columns().getFirst());
    assertThat(model.problem().get().map(Problem::text).orElse("")).contains("primary key");
    model.addColumn();
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void stagedEditsSurviveAKill() {
    look("users");
    model.addColumn();
    change("column_6", spec -> spec.named("phone").unique(true));
    change("name", spec -> spec.named("full_name"));
    model.addTable("notes");
    List<StagedChange> before = List.copyOf(model.changes());
    tasks.tick();
    model = opened();
    model.show(NAME, schema());
    assertThat(model.changes()).isEqualTo(before);
    model.apply();
    assertThat(model.problem().get()).isEmpty();
    tasks.tick();
    model = opened();
    model.show(NAME, schema());
    assertThat(model.changes()).isEmpty();
  }

  @Test
  void whatTheSchemaHasNoPlaceForAnyMoreIsKeptAndShownAndNotApplied() {
    look("users");
    model.addColumn();
    change("column_6", spec -> spec.named("phone"));
    model.toggleTable(find("transactions"));
    tasks.tick();
    engine.change("ALTER TABLE users ADD COLUMN phone TEXT");
    model = opened();
    model.show(NAME, schema());
    assertThat(model.changes())
        .extracting(StagedChange::standing)
        .containsExactly(StagedChange.Standing.FITS, StagedChange.Standing.STRANDED);
    assertThat(model.changes().getLast().warning())
        .contains("The name users.phone is in use by now.");
    assertThat(model.sql().get()).isEqualTo("DROP TABLE transactions;");
    model.apply();
    assertThat(model.changes()).extracting(StagedChange::isStranded).containsExactly(true);
    model.undo(model.changes().getFirst().edit());
    assertThat(model.changes()).isEmpty();
  }

  @Test
  void aStagedDropSaysWhenItsTableHasChangedMeanwhile() {
    model.toggleTable(find("transactions"));
    engine.change("ALTER TABLE transactions ADD COLUMN receipt TEXT");
    model.show(NAME, schema());
    assertThat(model.changes().getFirst().warning().orElseThrow())
        .startsWith("Table transactions has changed since this was staged.");
  }

  @Test
  void editsThatWereStagedWhileAPlanRanAreKept() {
    tasks.hold();
    look("users");
    model.addColumn();
    model.apply();
    model.addTable("notes");
    tasks.deliverNext();
    assertThat(model.changes())
        .extracting(StagedChange::words)
        .containsExactly("Add table notes with 1 column");
  }

  @Test
  void theReviewListsChangesInTheOrderInWhichTheyRun() {
    model.addTable("notes");
    look("users");
    change("name", spec -> spec.named("full_name"));
    model.toggleTable(find("transactions"));
    assertThat(model.changes())
        .extracting(StagedChange::sql)
        .isEqualTo(List.of(model.sql().get().split("(?<=;)\\n")));
  }

  @Test
  void aKeptTextThatCannotBeReadIsSaidAndNotThrownAway() {
    TextJournal texts = ProjectMemory.open(folder.resolve("config"), tasks).texts();
    texts.keep(TextKind.STAGED, NAME, "{not json");
    tasks.tick();
    model = opened();
    model.show(NAME, schema());
    assertThat(model.problem().get().map(Problem::title))
        .contains("Staged changes could not be read");
    tasks.tick();
    texts = ProjectMemory.open(folder.resolve("config"), tasks).texts();
    assertThat(texts.read(TextKind.STAGED, NAME + ".unreadable")).contains("{not json");
  }

  @Test
  void undoGoesBackOnTheSchemaOfNow() {
    look("users");
    model.addColumn();
    engine.change("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
    model.show(NAME, schema());
    model.undoLast();
    assertThat(names()).contains("notes");
  }

  @Test
  void stagedEditsSurviveAVisitToAnotherWorkspace() {
    look("users");
    model.addColumn();
    model.show("clinic", new WorkspaceSchema(List.of(), List.of()));
    assertThat(model.changes()).isEmpty();
    model.show(NAME, schema());
    assertThat(model.changes())
        .extracting(StagedChange::edit)
        .singleElement()
        .isInstanceOf(SchemaEdit.AddColumn.class);
  }

  @Test
  void theSearchFindsTablesByTheirColumnsToo() {
    model.items().search("user_id");
    assertThat(names()).containsExactly("accounts");
  }

  @Test
  void viewsStandBesideTheTables() {
    engine.change("CREATE VIEW rich AS SELECT id, balance FROM accounts WHERE balance > 100");
    model.show(NAME, schema());
    assertThat(names()).endsWith("rich");
    model.lookAt("rich");
    assertThat(model.selected()).isEmpty();
    assertThat(SchemaItems.viewOf(model.items().selected().get()).orElseThrow().columns())
        .containsExactly("id", "balance");
  }

  @Test
  void everyCellThatIsLockedSaysWhyAndWhatWorks() {
    look("accounts");
    for (DraftTable.Column column : model.selected().orElseThrow().columns()) {
      for (ColumnField field : ColumnField.values()) {
        Optional<Locked> locked = model.locked(field, column);
        assertThat(locked.isPresent()).as("%s", field).isEqualTo(field != ColumnField.NAME);
        locked.ifPresent(GridViewModelTest::assertHelps);
      }
      for (ColumnFlag flag : ColumnFlag.values()) {
        assertHelps(model.locked(flag, column).orElseThrow());
      }
    }
  }

  private static void assertHelps(Locked locked) {
    assertThat(locked.reason()).isNotBlank();
    assertThat(locked.way()).isNotInstanceOf(Locked.None.class);
  }

  @Test
  void anExistingColumnBecomesUniqueByAnIndexAndStopsBeingSoWithoutIt() {
    look("users");
    Locked closed = model.locked(ColumnFlag.UNIQUE, column("name")).orElseThrow();
    assertThat(closed.way()).isInstanceOf(Locked.ByIndex.class);
    model.makeUnique(column("name"));
    assertThat(model.sql().get())
        .isEqualTo("CREATE UNIQUE INDEX users_name_unique ON users (name);");
    Locked staged = model.locked(ColumnFlag.UNIQUE, column("name")).orElseThrow();
    assertThat(staged.way()).isInstanceOf(Locked.ByDrop.class);
  }

  @Test
  void whatIsNewCanBeEditedInEveryWay() {
    model.addTable("notes");
    model.addColumn();
    DraftTable.Column added = model.selected().orElseThrow().columns().getLast();
    for (ColumnField field : ColumnField.values()) {
      assertThat(model.locked(field, added)).isEmpty();
    }
    for (ColumnFlag flag : ColumnFlag.values()) {
      assertThat(model.locked(flag, added)).isEmpty();
    }
  }

  private DraftTable.Column column(String name) {
    return model.selected().orElseThrow().columns().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names() {
    return model.items().shown().stream().map(SchemaItem::name).toList();
  }

  private boolean change(String column, UnaryOperator<ColumnSpec> edit) {
    DraftTable.Column found = column(column);
    return model.change(found.key(), edit.apply(found.spec()));
  }

  private void look(String table) {
    model.lookAt(table);
  }

  private DraftTable find(String table) {
    return model.edits().get().tables().stream()
        .filter(each -> each.name().equals(table))
        .findFirst()
        .orElseThrow();
  }

  private Workspaces workspaces() {
    return engine.project().workspaces();
  }

  private WorkspaceSchema schema() {
    return workspaces().schema(SeededEngine.FINTECH);
  }
}
