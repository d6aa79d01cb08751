package io.tenantry.app.screens.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.PartFailure;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerTableTest {
  private static final List<String> ID_NAME = List.of("id", "name");

  private final AnswerTable table = AnswerTable.ofMany();

  @Test
  void rowsOfAllTenantsComeInOneTableWithTheTenantFirst() {
    table.add(rows("wayne", ID_NAME, List.of(Value.of(1), Value.of("Ada"))));
    table.add(rows("globex", ID_NAME, List.of(Value.of(2), Value.of("Bob"))));

    assertThat(names()).containsExactly("tenant", "id", "name");
    assertThat(shown())
        .containsExactly(Arrays.asList("wayne", 1L, "Ada"), Arrays.asList("globex", 2L, "Bob"));
  }

  @Test
  void columnsThatOnlySomeTenantsHaveAreNullForTheOthers() {
    table.add(rows("old", List.of("id"), List.of(Value.of(1))));
    table.add(rows("new", ID_NAME, List.of(Value.of(2), Value.of("Bob"))));

    assertThat(shown())
        .containsExactly(Arrays.asList("old", 1L, null), Arrays.asList("new", 2L, "Bob"));
  }

  @Test
  void columnsOfTheSameNameStayApart() {
    table.add(rows("wayne", List.of("id", "id"), List.of(Value.of(1), Value.of(2))));

    assertThat(names()).containsExactly("tenant", "id", "id");
    assertThat(shown()).containsExactly(Arrays.asList("wayne", 1L, 2L));
  }

  @Test
  void aFailedTenantIsARowWithItsErrorInTheLastColumnWhenever() {
    table.add(failed("stark", "no such table"));
    table.add(rows("wayne", List.of("id"), List.of(Value.of(1))));

    assertThat(names()).containsExactly("tenant", "id", "error");
    assertThat(shown())
        .containsExactly(
            Arrays.asList("stark", null, "No such table."), Arrays.asList("wayne", 1L, null));
    assertThat(table.rowsThatCame()).isEqualTo(1);
  }

  @Test
  void whereNoAnswerCameIsNoNull() {
    table.add(failed("stark", "no such table"));
    table.add(rows("wayne", ID_NAME, List.of(Value.of(1), Value.ofNull())));
    table.add(rows("old", List.of("id"), List.of(Value.of(2))));
    int name = table.shown().get(2);

    assertThat(table.has(0, name)).as("failed").isFalse();
    assertThat(table.has(1, name)).as("NULL").isTrue();
    assertThat(table.value(1, name)).isNull();
    assertThat(table.has(2, name)).as("answered without that column").isFalse();
  }

  @Test
  void aWriteAnswersWithTheRowsItChanged() {
    table.add(written("wayne", 3));
    table.add(written("globex", 4));

    assertThat(names()).containsExactly("tenant", "rows_affected");
    assertThat(shown()).containsExactly(Arrays.asList("wayne", 3L), Arrays.asList("globex", 4L));
    assertThat(table.changed()).isEqualTo(7);
    assertThat(table.tellsEffects()).isTrue();
  }

  @Test
  void theTypeOfAColumnIsLearntFromTheFirstTenantThatKnowsIt() {
    table.add(typed("empty", "NULL", Value.ofNull()));
    table.add(typed("full", "INTEGER", Value.of(1)));

    assertThat(table.columns().get(table.shown().getLast()).type()).isEqualTo("INTEGER");
  }

  @Test
  void everyStorageClassComesBackAsItWentIn() {
    byte[] bytes = {1, 2};
    table.add(
        rows(
            "wayne",
            List.of("a", "b", "c", "d", "e"),
            List.of(
                Value.of(Long.MIN_VALUE),
                Value.of(-0.5),
                Value.of(""),
                Value.of(bytes),
                Value.ofNull())));

    assertThat(shown().getFirst()).containsExactly("wayne", Long.MIN_VALUE, -0.5, "", bytes, null);
  }

  @Test
  void equalAnswersFoldWhileTheyComeWhateverTimeTheyTook() {
    table.add(failed("stark", "boom"));
    table.add(rows("wayne", List.of("id"), List.of(Value.of(1))));
    table.add(rows("globex", List.of("id"), List.of(Value.of(1))));
    table.add(rows("acme", List.of("id"), List.of(Value.of("1"))));
    AnswerFolds folds = table.folds().orElseThrow();

    List<FoldedAnswer> shown = folds.shown();

    assertThat(shown).extracting(FoldedAnswer::tenants).containsExactly(2, 1, 1);
    assertThat(shown.getFirst().names()).isEqualTo("wayne, globex");
    assertThat(shown.getFirst().answer()).isEqualTo("1 row: 1");
    assertThat(shown.get(1)).extracting(FoldedAnswer::failed).isEqualTo(true);
    assertThat(
            IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.value(row, table.groupColumn())))
        .as("a number and its text are not equal")
        .containsExactly(0L, 1L, 1L, 2L);
  }

  @Test
  void answersThatOnlyRunTogetherToTheSameTextAreNotEqual() {
    table.add(rows("a", List.of("x", "y"), List.of(Value.of("ab"), Value.of("c"))));
    table.add(rows("b", List.of("x", "y"), List.of(Value.of("a"), Value.of("bc"))));

    assertThat(table.folds().orElseThrow().shown()).hasSize(2);
  }

  private List<String> names() {
    return table.shown().stream().map(index -> table.columns().get(index).name()).toList();
  }

  private List<List<@Nullable Object>> shown() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      List<@Nullable Object> values = new ArrayList<>();
      for (int column : table.shown()) {
        values.add(table.value(row, column));
      }
      rows.add(values);
    }
    return rows;
  }

  private static int calls;

  @SafeVarargs
  private static TenantAnswer rows(String tenant, List<String> columns, List<Value>... rows) {
    calls++;
    return answer(
        tenant,
        new QueryResult(
            columns,
            columns.stream().map(_ -> "TEXT").toList(),
            List.of(rows),
            rows.length,
            Optional.empty(),
            Optional.empty(),
            false,
            calls));
  }

  private static TenantAnswer typed(String tenant, String type, Value value) {
    return answer(
        tenant,
        new QueryResult(
            List.of("max"),
            List.of(type),
            List.of(List.of(value)),
            1,
            Optional.empty(),
            Optional.empty(),
            false,
            1));
  }

  private static TenantAnswer written(String tenant, long rows) {
    return answer(
        tenant,
        new QueryResult(
            List.of(), List.of(), List.of(), 0, Optional.of(rows), Optional.empty(), false, 1));
  }

  private static TenantAnswer answer(String tenant, QueryResult result) {
    return TenantAnswer.of(new TenantId(tenant), result);
  }

  private static TenantAnswer failed(String tenant, String error) {
    return TenantAnswer.of(new TenantId(tenant), PartFailure.of(EngineException.badRequest(error)));
  }
}
