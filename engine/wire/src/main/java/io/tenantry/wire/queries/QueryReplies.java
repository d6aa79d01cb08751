package io.tenantry.wire.queries;

import io.tenantry.contract.error.PartFailure;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.wire.FailureJson;
import java.util.List;
import java.util.Optional;

/** Replies of queries. */
public final class QueryReplies {
  private QueryReplies() {}

  /**
   * What one tenant answered.
   *
   * @param tenant the tenant
   * @param result its rows
   */
  public record Tenant(TenantId tenant, ResultJson result) {
    /** Writes an answer. */
    public static Tenant of(TenantId tenant, QueryResult result) {
      return new Tenant(tenant, ResultJson.of(result));
    }
  }

  /**
   * What one tenant or many answered: either {@code tenant} and {@code result}, or {@code count}
   * and {@code results}.
   *
   * @param tenant the one tenant
   * @param result its rows
   * @param count number of tenants
   * @param results one per tenant, in catalog order
   */
  public record Admin(
      Optional<TenantId> tenant,
      Optional<ResultJson> result,
      Optional<Integer> count,
      Optional<List<Answer>> results) {
    /** Writes the answer of one tenant. */
    public static Admin one(TenantId tenant, QueryResult result) {
      return new Admin(
          Optional.of(tenant),
          Optional.of(ResultJson.of(result)),
          Optional.empty(),
          Optional.empty());
    }

    /** Writes the answers of many tenants. */
    public static Admin many(List<TenantAnswer> answers) {
      return new Admin(
          Optional.empty(),
          Optional.empty(),
          Optional.of(answers.size()),
          Optional.of(answers.stream().map(Answer::of).toList()));
    }
  }

  /**
   * A query on many tenants is being cancelled.
   *
   * @param message what happens now
   * @param queryId the query
   */
  public record Cancelled(String message, String queryId) {
    /** Writes the reply. */
    public static Cancelled of(String queryId) {
      return new Cancelled("Query '%s' is being cancelled".formatted(queryId), queryId);
    }
  }

  /**
   * One tenant of many.
   *
   * @param tenant the tenant
   * @param result its rows; absent when it failed
   * @param error why it failed
   * @param failure {@code code} of that error, and its details beside it
   */
  public record Answer(
      TenantId tenant,
      Optional<ResultJson> result,
      Optional<String> error,
      Optional<FailureJson> failure) {
    static Answer of(TenantAnswer answer) {
      return new Answer(
          answer.tenant(),
          answer.result().map(ResultJson::of),
          answer.failure().map(PartFailure::message),
          answer.failure().map(FailureJson::of));
    }

    /** Returns the contract's value. */
    public TenantAnswer answer() {
      return new TenantAnswer(
          tenant,
          result.map(ResultJson::result),
          error.map(message -> FailureJson.read(failure, message)));
    }
  }
}
