package io.tenantry.app.outcomes;

import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantId;
import java.util.Locale;

/**
 * What became of one tenant.
 *
 * @param tenant whose outcome it is
 * @param state how it ended
 * @param reason why it was not done; empty when it was
 */
public record TenantOutcome(TenantId tenant, State state, String reason) {
  /** How work on a tenant can end, what asks for a look before the others. */
  public enum State {
    /** It was tried and failed. */
    FAILED,
    /** It could not be done to it, and was not tried. */
    SKIPPED,
    /** The work was stopped before its turn came. */
    NOT_REACHED,
    /** It was done. */
    DONE;

    /** Returns the name in files. */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns a number of them: {@code 3 failed}. */
    public String counted(long number) {
      return Text.of("outcomes.counted." + code(), Figures.count(number));
    }

    String words() {
      return Text.of("outcomes." + code());
    }
  }

  /** It was done. */
  public static TenantOutcome done(TenantId tenant) {
    return new TenantOutcome(tenant, State.DONE, "");
  }
}
