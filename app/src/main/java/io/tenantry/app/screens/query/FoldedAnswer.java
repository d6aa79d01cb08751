package io.tenantry.app.screens.query;

import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.tenants.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One answer and all tenants that gave exactly it, so that ten thousand equal ones are one row.
 *
 * @param tenants who gave it, in catalog order
 * @param result the rows, or
 * @param error the error they share
 */
record FoldedAnswer(List<TenantId> tenants, Optional<QueryResult> result, Optional<String> error) {
  FoldedAnswer {
    tenants = List.copyOf(tenants);
  }

  /** What makes two answers equal: the time they took does not. */
  private record Content(
      List<String> columns, List<List<Value>> rows, Optional<Long> affected, String error) {

    static Content of(TenantAnswer answer) {
      return answer
          .result()
          .map(result -> new Content(result.columns(), result.rows(), result.rowsAffected(), ""))
          .orElseGet(
              () -> new Content(List.of(), List.of(), Optional.empty(), answer.error().orElse("")));
    }
  }

  /** Folds answers, the most common one first. */
  static List<FoldedAnswer> fold(List<TenantAnswer> answers) {
    Map<Content, List<TenantAnswer>> groups = new LinkedHashMap<>();
    for (TenantAnswer answer : answers) {
      groups.computeIfAbsent(Content.of(answer), _ -> new ArrayList<>()).add(answer);
    }
    return groups.values().stream()
        .map(FoldedAnswer::of)
        .sorted(Comparator.comparingInt((FoldedAnswer folded) -> -folded.tenants().size()))
        .toList();
  }

  private static FoldedAnswer of(List<TenantAnswer> equal) {
    TenantAnswer first = equal.getFirst();
    return new FoldedAnswer(
        equal.stream().map(TenantAnswer::tenant).toList(), first.result(), first.error());
  }
}
