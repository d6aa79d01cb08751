package io.tenantry.app.screens.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateWorkspaceViewModelTest {
  @TempDir Path folder;

  private final List<String> created = new ArrayList<>();
  private final List<EngineException> failures = new ArrayList<>();
  private SeededEngine engine;
  private CreateWorkspaceViewModel model;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data"));
    model = form();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fintech", "9lives", "a-b", "a__b", "tenants", "taken", "with space"})
  void aNameIsCheckedWhileItIsTyped(String name) {
    model.nameProperty().set(name);
    assertThat(model.nameProblem()).isPresent();
    assertThat(model.ready().getValue()).isFalse();
  }

  @Test
  void eachTemplateMakesTheTablesThatThePreviewShows() {
    for (StartTemplate template : Start.templates()) {
      model = form();
      model.nameProperty().set("from_" + template.id());
      model.templateProperty().set(template);
      create();
      WorkspaceSchema schema = schema("from_" + template.id());
      assertThat(schema.tables())
          .extracting(WorkspaceSchema.Table::name)
          .isEqualTo(template.tables());
      assertThat(schema.tables().stream().mapToInt(table -> table.indexDetails().size()).sum())
          .as(template.id())
          .isEqualTo(template.indexes());
    }
    assertThat(failures).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SampleScript.class)
  void theShippedSamplesCanBeImported(SampleScript sample) {
    model.useSample(sample);
    assertThat(model.nameProperty().get()).isEqualTo(sample.fileName().replace(".sql", ""));
    create();
    assertThat(failures).isEmpty();
    assertThat(schema(created.getFirst()).tables()).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void aBrokenScriptLeavesNothingBehindAndNamesTheLine() throws IOException {
    Path script = folder.resolve("My Shop.v2.sql");
    Files.writeString(script, "CREATE TABLE a (x INT);\n\nCREATE TABL b (y INT);\n");
    model.useFile(script, failure -> failures.add(EngineException.badRequest(failure)));
    assertThat(model.nameProperty().get()).isEqualTo("my_shop_v2");
    create();
    assertThat(failures).singleElement().satisfies(e -> assertThat(e.detail("line")).contains("3"));
    assertThat(workspaces().list()).isEmpty();
    assertThat(model.busy().get()).isFalse();
  }

  @Test
  void aFileThatCannotBeReadSaysSo() {
    List<String> problems = new ArrayList<>();
    model.useFile(folder.resolve("missing.sql"), problems::add);
    assertThat(problems).singleElement().asString().contains("missing.sql");
  }

  @Test
  void theExampleInJsonMakesATable() {
    model.nameProperty().set("shop");
    model.startProperty().set(Start.JSON);
    assertThat(model.ready().getValue()).isFalse();
    model.jsonProperty().set(TablesJson.EXAMPLE);
    create();
    assertThat(failures).isEmpty();
    assertThat(schema("shop").tables().getFirst().columns()).hasSize(3);
  }

  @Test
  void brokenJsonNamesLineAndColumnAndMakesNothing() {
    model.nameProperty().set("shop");
    model.startProperty().set(Start.JSON);
    model.jsonProperty().set("{\n  \"tables\": [,]\n}");
    create();
    assertThat(failures).singleElement().satisfies(e -> assertThat(e.message()).contains("line 2"));
    assertThat(workspaces().list()).isEmpty();
  }

  private void create() {
    model.create(created::add, failures::add);
  }

  private CreateWorkspaceViewModel form() {
    TaskRunner tasks = new SameThreadTaskRunner();
    TextJournal texts = ProjectMemory.open(folder.resolve("memory"), tasks).texts();
    return new CreateWorkspaceViewModel(workspaces(), texts, tasks, List.of("taken"));
  }

  private Workspaces workspaces() {
    return engine.project().workspaces();
  }

  private WorkspaceSchema schema(String name) {
    return workspaces().schema(new WorkspaceName(name));
  }
}
