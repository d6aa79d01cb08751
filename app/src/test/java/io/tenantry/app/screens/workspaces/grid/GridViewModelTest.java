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
    model = new GridViewModel(workspaces(), tasks, new ErrorPresenter(new Notices()), applied::add);
    model.show(NAME, schema());
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
    List<DraftTable.Column> columns = model.selected().get().orElseThrow().columns();
    model.addIndex("one_name", List.of(columns.get(2).key()), true);
    model.apply();
    assertThat(applied).isEmpty();
    assertThat(model.problem().get().map(Problem::title)).contains("Not applied");
    assertThat(model.changes()).extracting(StagedChange::failed).containsExactly(false, true);
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
    model.toggleColumn(model.selected().get().orElseThrow().columns().getFirst());
    assertThat(model.problem().get().map(Problem::text).orElse("")).contains("primary key");
    model.addColumn();
    assertThat(model.problem().get()).isEmpty();
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
    model.search("user_id");
    assertThat(model.tables()).extracting(DraftTable::name).containsExactly("accounts");
  }

  private boolean change(String column, UnaryOperator<ColumnSpec> edit) {
    DraftTable.Column found =
        model.selected().get().orElseThrow().columns().stream()
            .filter(each -> each.name().equals(column))
            .findFirst()
            .orElseThrow();
    return model.change(found.key(), edit.apply(found.spec()));
  }

  private void look(String table) {
    model.select(Optional.of(find(table)));
  }

  private DraftTable find(String table) {
    return model.tables().stream()
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
