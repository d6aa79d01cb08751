package io.tenantry.core.logs;

import io.tenantry.contract.logs.ProjectLogs;
import io.tenantry.contract.logs.UnlikeTenants;
import io.tenantry.contract.logs.UnlikeTenants.Difference;
import io.tenantry.contract.logs.UnlikeTenants.Trait;
import io.tenantry.contract.logs.UnlikeTenants.Usual;
import io.tenantry.contract.tenants.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Compares tenants with the median of all and with their own day before, as {@link UnlikeTenants}
 * says. One thread.
 */
final class TenantComparison {
  private static final long ENOUGH_QUERIES = 20;
  private static final long ENOUGH_FAILED = 5;
  private static final long ENOUGH_RATE = 100;
  private static final int ENOUGH_TENANTS = 5;
  private static final double PERCENT = 100;
  private static final double TIMES = 2;
  private static final double LEAST_ERRORS = 0.5;
  private static final double ERRORS_ABOVE = 2;
  private static final double LEAST_MS = 1;
  private static final double MS_ABOVE = 5;
  private static final double RATE_TIMES = 3;
  private static final double RATE_TIMES_OTHERS = 10;

  private final Instant at;
  private final List<Known> compared = new ArrayList<>();

  TenantComparison(Instant at) {
    this.at = at;
  }

  /** The figures of one day. */
  private record Day(long queries, long failed, double p95Ms) {
    static Day of(Tally tally) {
      return new Day(tally.queries(), tally.failed(), tally.percentileMs(0.95));
    }

    boolean isEnough() {
      return queries >= ENOUGH_QUERIES;
    }

    double errors() {
      return queries == 0 ? 0 : failed * PERCENT / queries;
    }
  }

  private record Known(String tenant, Day today, Day yesterday) {}

  private record Weighed(Difference difference, double weight) {
    static Weighed of(Trait trait, Usual from, double value, double usual, double times) {
      double weight = Math.abs(Math.log(times) / Math.log(2));
      return new Weighed(
          new Difference(trait, from, value, usual),
          switch (trait) {
            case ERRORS -> 3 * weight;
            case LATENCY -> 2 * weight;
            case RATE -> weight;
          });
    }
  }

  /** Takes note of a tenant, if it has enough queries. */
  void add(TwoDays days) {
    if (days.later().queries() >= ENOUGH_QUERIES) {
      compared.add(new Known(days.tenant(), Day.of(days.later()), Day.of(days.before())));
    }
  }

  UnlikeTenants view() {
    boolean isFleet = compared.size() >= ENOUGH_TENANTS;
    double errors = median(Day::errors);
    double p95 = median(Day::p95Ms);
    double rate = median(Day::queries);
    List<UnlikeTenants.Tenant> unlike = new ArrayList<>();
    for (Known known : compared) {
      List<Weighed> found = new ArrayList<>();
      Day today = known.today();
      if (isFleet) {
        errors(today, errors, Usual.OTHERS).ifPresent(found::add);
        latency(today, p95, Usual.OTHERS).ifPresent(found::add);
        rateOfOthers(today, rate).ifPresent(found::add);
      }
      if (known.yesterday().isEnough()) {
        errors(today, known.yesterday().errors(), Usual.YESTERDAY).ifPresent(found::add);
        latency(today, known.yesterday().p95Ms(), Usual.YESTERDAY).ifPresent(found::add);
        rateOfYesterday(today, known.yesterday().queries()).ifPresent(found::add);
      }
      if (!found.isEmpty()) {
        unlike.add(view(known, found));
      }
    }
    unlike.sort(Comparator.comparingDouble(UnlikeTenants.Tenant::weight).reversed());
    return new UnlikeTenants(
        at, compared.size(), unlike.stream().limit(ProjectLogs.MAX_TENANTS).toList());
  }

  private double median(ToDoubleFunction<Day> figure) {
    double[] all = compared.stream().map(Known::today).mapToDouble(figure).sorted().toArray();
    int middle = all.length / 2;
    if (all.length == 0) {
      return 0;
    }
    return all.length % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
  }

  private static Optional<Weighed> errors(Day today, double usual, Usual from) {
    double least = Math.max(usual, LEAST_ERRORS);
    boolean differs =
        today.failed() >= ENOUGH_FAILED
            && today.errors() >= TIMES * least
            && today.errors() >= usual + ERRORS_ABOVE;
    return Optional.of(
            Weighed.of(Trait.ERRORS, from, today.errors(), usual, today.errors() / least))
        .filter(_ -> differs);
  }

  private static Optional<Weighed> latency(Day today, double usual, Usual from) {
    double least = Math.max(usual, LEAST_MS);
    boolean differs = today.p95Ms() >= TIMES * least && today.p95Ms() >= usual + MS_ABOVE;
    return Optional.of(Weighed.of(Trait.LATENCY, from, today.p95Ms(), usual, today.p95Ms() / least))
        .filter(_ -> differs);
  }

  private static Optional<Weighed> rateOfOthers(Day today, double usual) {
    boolean differs =
        today.queries() >= ENOUGH_RATE && today.queries() >= RATE_TIMES_OTHERS * usual;
    return Optional.of(
            Weighed.of(Trait.RATE, Usual.OTHERS, today.queries(), usual, today.queries() / usual))
        .filter(_ -> differs);
  }

  private static Optional<Weighed> rateOfYesterday(Day today, long usual) {
    double times = (double) today.queries() / usual;
    boolean differs =
        Math.max(today.queries(), usual) >= ENOUGH_RATE
            && (times >= RATE_TIMES || times <= 1 / RATE_TIMES);
    return Optional.of(Weighed.of(Trait.RATE, Usual.YESTERDAY, today.queries(), usual, times))
        .filter(_ -> differs);
  }

  private static UnlikeTenants.Tenant view(Known known, List<Weighed> found) {
    found.sort(Comparator.comparingDouble(Weighed::weight).reversed());
    double weight =
        Stream.of(Trait.values())
            .mapToDouble(
                trait ->
                    found.stream()
                        .filter(each -> each.difference().trait() == trait)
                        .mapToDouble(Weighed::weight)
                        .max()
                        .orElse(0))
            .sum();
    Day today = known.today();
    return new UnlikeTenants.Tenant(
        new TenantId(known.tenant()),
        today.queries(),
        today.failed(),
        today.p95Ms(),
        weight,
        found.stream().map(Weighed::difference).toList());
  }
}
