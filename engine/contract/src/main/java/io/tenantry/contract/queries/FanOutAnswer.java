package io.tenantry.contract.queries;

/**
 * What one tenant of a fan-out answered, as it comes.
 *
 * @param position place of the tenant in catalog order among those that are asked, from 0
 * @param answer its result or its error
 */
public record FanOutAnswer(int position, TenantAnswer answer) {
  /** Checks the position. */
  public FanOutAnswer {
    if (position < 0) {
      throw new IllegalArgumentException("position " + position);
    }
  }
}
