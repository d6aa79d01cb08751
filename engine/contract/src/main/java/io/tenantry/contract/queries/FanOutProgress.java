package io.tenantry.contract.queries;

/**
 * How far a fan-out is, counted in tenants.
 *
 * @param total how many are asked; known from the start
 * @param answered how many answered a result
 * @param failed how many answered an error
 */
public record FanOutProgress(int total, int answered, int failed) {
  /** Checks that the parts are not more than the whole. */
  public FanOutProgress {
    if (answered < 0 || failed < 0 || answered > total - failed) {
      throw new IllegalArgumentException(answered + " and " + failed + " of " + total);
    }
  }

  /** Nothing has come yet. */
  public static FanOutProgress of(int total) {
    return new FanOutProgress(total, 0, 0);
  }

  /** Returns how many have not answered; after a cancel, they never will. */
  public int waiting() {
    return total - answered - failed;
  }

  /** Returns the same with one more answer. */
  public FanOutProgress plus(TenantAnswer answer) {
    return answer.failure().isPresent()
        ? new FanOutProgress(total, answered, failed + 1)
        : new FanOutProgress(total, answered + 1, failed);
  }
}
