package io.tenantry.core.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.logs.UnlikeTenants;
import io.tenantry.contract.logs.UnlikeTenants.Difference;
import io.tenantry.contract.logs.UnlikeTenants.Trait;
import io.tenantry.contract.logs.UnlikeTenants.Usual;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantComparisonTest {
  private static final Instant AT = Instant.parse("2026-01-15T10:00:00Z");

  private final TenantComparison comparison = new TenantComparison(AT);
  private long row;

  @Test
  void thoseLikeTheOthersAreLeftOut() {
    normal(6);

    UnlikeTenants unlike = comparison.view();

    assertThat(unlike.at()).isEqualTo(AT);
    assertThat(unlike.compared()).isEqualTo(6);
    assertThat(unlike.tenants()).isEmpty();
  }

  @Test
  void aTenantThatFailsComesBeforeOneThatIsSlow() {
    normal(6);
    tenant("slow", day(200, 0, 60_000), day(200, 0, 2_000));
    tenant("failing", day(200, 40, 2_000), day(200, 0, 2_000));

    UnlikeTenants unlike = comparison.view();

    assertThat(unlike.tenants())
        .extracting(each -> each.tenantId().value())
        .containsExactly("failing", "slow");
    UnlikeTenants.Tenant failing = unlike.tenants().getFirst();
    assertThat(failing.differences())
        .extracting(Difference::trait, Difference::from)
        .containsExactlyInAnyOrder(
            tuple(Trait.ERRORS, Usual.OTHERS), tuple(Trait.ERRORS, Usual.YESTERDAY));
    assertThat(failing.differences().getFirst().value()).isEqualTo(20);
    assertThat(failing.differences().getFirst().usual()).isZero();
    assertThat(failing.failed()).isEqualTo(40);
  }

  @Test
  void aLeapAndAFallOfTheRateAreToldAgainstYesterday() {
    normal(6);
    tenant("leap", day(900, 0, 2_000), day(100, 0, 2_000));
    tenant("fall", day(40, 0, 2_000), day(400, 0, 2_000));

    assertThat(comparison.view().tenants())
        .extracting(each -> each.tenantId().value())
        .containsExactly("fall", "leap");
    assertThat(comparison.view().tenants())
        .allSatisfy(
            each ->
                assertThat(each.differences())
                    .extracting(Difference::trait, Difference::from)
                    .containsExactly(tuple(Trait.RATE, Usual.YESTERDAY)));
  }

  @Test
  void fewQueriesSayNothing() {
    normal(6);
    tenant("few", day(19, 19, 90_000), day(500, 0, 2_000));
    tenant("few yesterday", day(100, 0, 2_000), day(19, 0, 2_000));

    assertThat(comparison.view().tenants()).isEmpty();
    assertThat(comparison.view().compared()).isEqualTo(7);
  }

  @Test
  void fourTenantsHaveNoMedian() {
    normal(3);
    tenant("slow", day(200, 0, 60_000), day(200, 0, 58_000));

    assertThat(comparison.view().tenants()).isEmpty();
  }

  private void normal(int count) {
    for (int i = 0; i < count; i++) {
      tenant("normal" + i, day(150 + i, 0, 2_000), day(150, 0, 2_000));
    }
  }

  private void tenant(String id, Tally today, Tally yesterday) {
    row++;
    comparison.add(new TwoDays(row, id.replace(' ', '-'), yesterday, today));
  }

  private static Tally day(int queries, int failed, long micros) {
    Tally tally = new Tally();
    for (int i = 0; i < queries; i++) {
      tally.add(
          new Noted(
              i,
              0,
              QuerySource.API,
              micros,
              false,
              "SELECT 1",
              i < failed ? Optional.of("no such column") : Optional.empty(),
              1));
    }
    return tally;
  }
}
