package io.tenantry.app.screens.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergedAnswersTest {
  private static final List<String> ID_NAME = List.of("id", "name");

  @Test
  void rowsOfAllTenantsComeInOneTableWithTheTenantFirst() {
    MergedAnswers merged =
        MergedAnswers.of(
            List.of(
                rows("wayne", ID_NAME, List.of(Value.of(1), Value.of("Ada"))),
                rows("globex", ID_NAME, List.of(Value.of(2), Value.of("Bob")))));
    assertThat(merged.columns()).containsExactly("tenant", "id", "name");
    assertThat(merged.rows())
        .containsExactly(
            List.of(Value.of("wayne"), Value.of(1), Value.of("Ada")),
            List.of(Value.of("globex"), Value.of(2), Value.of("Bob")));
  }

  @Test
  void columnsThatOnlySomeTenantsHaveAreNullForTheOthers() {
    MergedAnswers merged =
        MergedAnswers.of(
            List.of(
                rows("old", List.of("id"), List.of(Value.of(1))),
                rows("new", ID_NAME, List.of(Value.of(2), Value.of("Bob")))));
    assertThat(merged.rows())
        .containsExactly(
            List.of(Value.of("old"), Value.of(1), Value.ofNull()),
            List.of(Value.of("new"), Value.of(2), Value.of("Bob")));
  }

  @Test
  void columnsOfTheSameNameStayApart() {
    MergedAnswers merged =
        MergedAnswers.of(
            List.of(rows("wayne", List.of("id", "id"), List.of(Value.of(1), Value.of(2)))));
    assertThat(merged.columns()).containsExactly("tenant", "id", "id");
    assertThat(merged.rows()).containsExactly(List.of(Value.of("wayne"), Value.of(1), Value.of(2)));
  }

  @Test
  void aFailedTenantIsARowWithItsError() {
    MergedAnswers merged =
        MergedAnswers.of(
            List.of(
                rows("wayne", List.of("id"), List.of(Value.of(1))),
                failed("stark", "no such table")));
    assertThat(merged.columns()).containsExactly("tenant", "id", "error");
    assertThat(merged.rows())
        .containsExactly(
            List.of(Value.of("wayne"), Value.of(1), Value.ofNull()),
            List.of(Value.of("stark"), Value.ofNull(), Value.of("no such table")));
    assertThat(merged.failed()).isEqualTo(1);
  }

  @Test
  void aWriteAnswersWithTheRowsItChanged() {
    QueryResult written =
        new QueryResult(
            List.of(), List.of(), List.of(), 0, Optional.of(3L), Optional.empty(), false, 1);
    MergedAnswers merged =
        MergedAnswers.of(
            List.of(
                new TenantAnswer(new TenantId("wayne"), Optional.of(written), Optional.empty())));
    assertThat(merged.columns()).containsExactly("tenant", "rows_affected");
    assertThat(merged.rows()).containsExactly(List.of(Value.of("wayne"), Value.of(3)));
  }

  @Test
  void equalAnswersFoldIntoOneWhateverTimeTheyTook() {
    List<FoldedAnswer> folded =
        FoldedAnswer.fold(
            List.of(
                failed("stark", "boom"),
                rows("wayne", List.of("id"), List.of(Value.of(1))),
                rows("globex", List.of("id"), List.of(Value.of(1))),
                rows("acme", List.of("id"), List.of(Value.of(2)))));
    assertThat(folded.stream().map(answer -> answer.tenants().size())).containsExactly(2, 1, 1);
    assertThat(folded.getFirst().tenants())
        .containsExactly(new TenantId("wayne"), new TenantId("globex"));
  }

  private static int calls;

  @SafeVarargs
  private static TenantAnswer rows(String tenant, List<String> columns, List<Value>... rows) {
    calls++;
    QueryResult result =
        new QueryResult(
            columns,
            columns.stream().map(_ -> "TEXT").toList(),
            List.of(rows),
            rows.length,
            Optional.empty(),
            Optional.empty(),
            false,
            calls);
    return new TenantAnswer(new TenantId(tenant), Optional.of(result), Optional.empty());
  }

  private static TenantAnswer failed(String tenant, String error) {
    return new TenantAnswer(new TenantId(tenant), Optional.empty(), Optional.of(error));
  }
}
