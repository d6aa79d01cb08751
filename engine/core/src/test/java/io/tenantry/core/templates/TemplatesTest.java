package io.tenantry.core.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import io.tenantry.contract.workspaces.WorkspaceSchema.Table;
import io.tenantry.core.schema.SchemaReader;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import io.tenantry.core.sqlite.StatementReader;
import io.tenantry.core.sqlite.WorkspaceGate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TemplatesTest {
  static final List<String> NAMES = Templates.NAMES;

  @ParameterizedTest
  @CsvSource({
    "fintech,users accounts transactions",
    "saas,organizations users memberships subscriptions invoices audit_log",
    "ecommerce,customers categories products orders order_items payments",
    "blog,authors posts tags post_tags comments",
  })
  void createsItsTablesInOrder(String name, String tables) {
    assertThat(schema(name).tables()).extracting(Table::name).containsExactly(tables.split(" "));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void runsInAWorkspaceAndHasChecksIndexesAndReferences(String name) {
    StatementReader.split(Templates.script(name)).forEach(WorkspaceGate::check);
    assertThat(schema(name).tables())
        .anySatisfy(table -> assertThat(table.checks()).isNotEmpty())
        .anySatisfy(table -> assertThat(table.indexDetails()).isNotEmpty())
        .anySatisfy(table -> assertThat(table.foreignKeys()).isNotEmpty());
  }

  @Test
  void anUnknownTemplateNamesTheKnownOnes() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> Templates.script("iot"))
        .withMessage("Unknown template 'iot'. Known templates: fintech, saas, ecommerce, blog");
  }

  private static WorkspaceSchema schema(String name) {
    try (Sqlite sqlite = new Sqlite();
        SqliteDatabase database = sqlite.openInMemory(Profile.ENGINE)) {
      database.executeScript(Templates.script(name));
      return SchemaReader.read(database);
    }
  }
}
