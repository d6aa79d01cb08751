package io.tenantry.wire.queries;

import io.tenantry.contract.error.PartFailure;
import io.tenantry.contract.queries.FanOutAnswer;
import io.tenantry.contract.queries.FanOutProgress;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.wire.FailureJson;
import java.util.Optional;

/**
 * The lines of a query on many tenants whose answers flow ({@code Accept: application/x-ndjson}):
 * first a head, in the envelope; then a line per tenant, in the order in which they answer; at last
 * a summary, or the body of a failure when the engine cannot go on. While nothing comes, a line
 * with the progress says every second that it is still at work.
 */
public final class FanOutReplies {
  /** The media type that asks for them. */
  public static final String MEDIA_TYPE = "application/x-ndjson";

  private FanOutReplies() {}

  /**
   * The first line.
   *
   * @param queryId what cancels it: {@code POST /admin/query/{id}/cancel}
   * @param total how many tenants are asked
   */
  public record Head(String queryId, int total) {}

  /**
   * A line of a tenant.
   *
   * @param position its place in catalog order among those that are asked, from 0
   * @param tenant the tenant
   * @param result its rows; absent when it failed
   * @param error why it failed
   * @param failure {@code code} of that error, and its details beside it
   */
  public record Answer(
      int position,
      TenantId tenant,
      Optional<ResultJson> result,
      Optional<String> error,
      Optional<FailureJson> failure) {
    /** Writes an answer. */
    public static Answer of(FanOutAnswer one) {
      TenantAnswer answer = one.answer();
      return new Answer(
          one.position(),
          answer.tenant(),
          answer.result().map(ResultJson::of),
          answer.failure().map(PartFailure::message),
          answer.failure().map(FailureJson::of));
    }
  }

  /**
   * A line while nothing comes.
   *
   * @param progress how far it is
   */
  public record Alive(Progress progress) {}

  /**
   * The last line.
   *
   * @param summary how it ended
   */
  public record End(Progress summary) {}

  /**
   * How far it is, in tenants.
   *
   * @param total how many are asked
   * @param answered how many answered a result
   * @param failed how many answered an error
   * @param waiting how many did not answer; in the summary those that a cancel left out
   */
  public record Progress(int total, int answered, int failed, int waiting) {
    /** Writes the progress. */
    public static Progress of(FanOutProgress progress) {
      return new Progress(
          progress.total(), progress.answered(), progress.failed(), progress.waiting());
    }
  }

  /**
   * Any line but the first, as it is read.
   *
   * @param position place of the tenant; present on the line of a tenant
   * @param tenant the tenant
   * @param result its rows
   * @param error why it failed; without a tenant, why the engine cannot go on
   * @param failure code and details of the error of a tenant
   * @param progress present on a line while nothing comes
   * @param summary present on the last line
   */
  public record Line(
      Optional<Integer> position,
      Optional<TenantId> tenant,
      Optional<ResultJson> result,
      Optional<String> error,
      Optional<FailureJson> failure,
      Optional<Progress> progress,
      Optional<Progress> summary) {
    /** Returns the answer, if this is the line of a tenant. */
    public Optional<FanOutAnswer> answer() {
      return tenant.map(
          who ->
              new FanOutAnswer(
                  position.orElse(0),
                  new TenantAnswer(
                      who,
                      result.map(ResultJson::result),
                      error.map(message -> FailureJson.read(failure, message)))));
    }
  }
}
