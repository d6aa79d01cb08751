package io.tenantry.app.screens.logs;

import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.logs.UnlikeTenants;
import io.tenantry.contract.logs.UnlikeTenants.Difference;
import io.tenantry.contract.logs.UnlikeTenants.Trait;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** Why a tenant is unlike the others, in words. Any thread. */
final class UnlikeWords {
  private static final double HUNDRED = 100;

  /** Of fewer tenants none is compared with the others. */
  private static final int FEWEST = 5;

  private UnlikeWords() {}

  /** Says what was compared with what, or that there was nothing to compare. */
  static String caption(UnlikeTenants found, ZoneId zone) {
    String until = Figures.moment(found.at(), zone);
    if (found.compared() == 0) {
      return Text.of("unlike.caption.none", until);
    }
    String key = found.compared() < FEWEST ? "unlike.caption.few" : "unlike.caption";
    return Text.of(key, until, found.compared());
  }

  static String why(UnlikeTenants.Tenant tenant) {
    return tenant.differences().stream().map(UnlikeWords::why).collect(Collectors.joining(" · "));
  }

  private static String why(Difference each) {
    String key = "unlike." + each.trait().code() + "." + each.from().code();
    boolean isFall = each.trait() == Trait.RATE && each.value() < each.usual();
    return Text.of(
        isFall ? key + ".fall" : key, figure(each, each.value()), figure(each, each.usual()));
  }

  private static String figure(Difference each, double value) {
    return switch (each.trait()) {
      case ERRORS -> Figures.percent(value / HUNDRED);
      case LATENCY -> Figures.milliseconds(value);
      case RATE -> Figures.count(Math.round(value));
    };
  }
}
