package io.tenantry.core.samples;

import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.samples.TenantSample;
import io.tenantry.contract.samples.TenantSamples;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.logs.RecentUse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Samples of the tenants of a project as one caller may see them. Any thread. */
public final class SampleService implements TenantSamples {
  private final SampleEngine engine;
  private final Caller caller;

  /** Creates the service for a caller; cheap. */
  public SampleService(SampleEngine engine, Caller caller) {
    this.engine = engine;
    this.caller = caller;
  }

  @Override
  public List<TenantSample> of(List<TenantId> tenants) {
    caller.requireRead();
    if (tenants.isEmpty() || tenants.size() > MOST) {
      throw EngineException.badField(
          "tenant_ids", "tenant_ids must have 1 to " + MOST + " entries");
    }
    return engine.lanes().call(Lane.FAST, () -> look(tenants));
  }

  private List<TenantSample> look(List<TenantId> tenants) {
    Map<TenantId, List<SampledDatabase>> found = new LinkedHashMap<>();
    tenants.forEach(tenant -> found.put(tenant, new ArrayList<>()));
    engine
        .catalog()
        .read(handle -> SampleRepository.named(handle, caller.projectId(), tenants))
        .stream()
        .filter(this::reaches)
        .forEach(each -> found.getOrDefault(each.tenant(), new ArrayList<>()).add(each));
    found.values().removeIf(List::isEmpty);
    return samples(found);
  }

  private List<TenantSample> samples(Map<TenantId, List<SampledDatabase>> found) {
    Instant now = engine.clock().instant();
    Map<Long, FileStamp> stamps = new LinkedHashMap<>();
    Map<Long, FileStamp> atRest = new LinkedHashMap<>();
    for (SampledDatabase each : found.values().stream().flatMap(List::stream).toList()) {
      FileStamp stamp = FileStamp.of(engine.files().of(each.place()));
      stamps.put(each.id(), stamp);
      if (each.isAtRest()) {
        atRest.put(each.id(), stamp);
      }
    }
    Map<Long, RowCounts.Counted> counted = engine.rows().of(atRest);
    Map<Long, RecentUse.Use> used =
        engine
            .use()
            .of(
                caller.projectId(),
                found.values().stream().map(each -> each.getFirst().tenantId()).toList(),
                this::reaches,
                now);
    return found.values().stream()
        .map(
            each ->
                sample(
                    each,
                    now.truncatedTo(ChronoUnit.SECONDS),
                    each.stream()
                        .mapToLong(one -> Objects.requireNonNull(stamps.get(one.id())).allBytes())
                        .sum(),
                    rows(each, counted),
                    used.getOrDefault(each.getFirst().tenantId(), RecentUse.Use.NONE)))
        .toList();
  }

  private static TenantSample sample(
      List<SampledDatabase> databases,
      Instant now,
      long bytes,
      Optional<TenantSample.Rows> rows,
      RecentUse.Use use) {
    return new TenantSample(
        databases.getFirst().tenant(),
        now,
        bytes,
        rows,
        use.last(),
        new TenantSample.Day(
            use.queries(),
            use.failed(),
            use.queries() == 0 ? Optional.empty() : Optional.of(use.p95Ms())),
        covered(databases),
        databases.stream().anyMatch(SampledDatabase::drifted));
  }

  private static Optional<Instant> covered(List<SampledDatabase> databases) {
    return databases.stream().allMatch(each -> each.backedUpAt().isPresent())
        ? databases.stream().flatMap(each -> each.backedUpAt().stream()).min(Instant::compareTo)
        : Optional.empty();
  }

  /** A sum is as old as the oldest of its parts, and missing as soon as one of them is. */
  private static Optional<TenantSample.Rows> rows(
      List<SampledDatabase> databases, Map<Long, RowCounts.Counted> counted) {
    long count = 0;
    long at = Long.MAX_VALUE;
    for (SampledDatabase each : databases) {
      RowCounts.Counted one = counted.get(each.id());
      if (one == null || one.rows().isEmpty()) {
        return Optional.empty();
      }
      count += one.rows().getAsLong();
      at = Math.min(at, one.at());
    }
    return Optional.of(new TenantSample.Rows(count, Instant.ofEpochMilli(at)));
  }

  private boolean reaches(SampledDatabase database) {
    return switch (caller.scope().type()) {
      case PROJECT -> true;
      case WORKSPACE -> caller.canReach(database.blueprint());
      case TENANT -> caller.canReach(database.tenant(), List.of());
    };
  }

  private boolean reaches(WorkspaceName blueprint) {
    return caller.scope().type() != ScopeType.WORKSPACE || caller.canReach(blueprint);
  }
}
