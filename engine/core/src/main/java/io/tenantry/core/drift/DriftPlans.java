package io.tenantry.core.drift;

import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.blueprints.VersionSchemas;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.differ.SchemaDiffer;
import io.tenantry.core.differ.SchemaPlan;
import io.tenantry.core.schema.SchemaSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways between expected and found schemas. Thousands of tenants drift alike. Any thread. */
final class DriftPlans {
  private static final int REMEMBERED = 128;

  private final Catalog catalog;
  private final VersionSchemas schemas;
  private final SchemaDiffer differ;
  private final Map<Key, Differences> known =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Differences> eldest) {
          return size() > REMEMBERED;
        }
      };

  DriftPlans(Catalog catalog, VersionSchemas schemas, SchemaDiffer differ) {
    this.catalog = catalog;
    this.schemas = schemas;
    this.differ = differ;
  }

  private record Key(long blueprint, int minor, String fingerprint) {}

  /** What leads from the expected to the found schema, or why that cannot be said. */
  record Differences(List<PlanStep> steps, Optional<String> problem) {}

  Differences differences(long blueprint, DriftRow drift) {
    Key key = new Key(blueprint, drift.expectedMinor(), drift.foundFingerprint());
    synchronized (known) {
      Differences remembered = known.get(key);
      if (remembered != null) {
        return remembered;
      }
    }
    Differences worked = work(blueprint, drift);
    synchronized (known) {
      known.put(key, worked);
    }
    return worked;
  }

  private Differences work(long blueprint, DriftRow drift) {
    try {
      return new Differences(
          adopting(blueprint, drift, SchemaHints.none()).steps(), Optional.empty());
    } catch (EngineException e) {
      if (e.code() != ErrorCode.CONFLICT) {
        throw e;
      }
      return new Differences(List.of(), Optional.of(e.message()));
    }
  }

  /** Returns the way from the expected to the found schema. */
  SchemaPlan adopting(long blueprint, DriftRow drift, SchemaHints hints) {
    return differ.plan(schemas.of(blueprint, drift.expectedMinor()), found(drift), hints);
  }

  /** Returns the way from the found to the expected schema. */
  SchemaPlan forcingBack(long blueprint, DriftRow drift, SchemaHints hints) {
    return differ.plan(found(drift), schemas.of(blueprint, drift.expectedMinor()), hints);
  }

  private SchemaSnapshot found(DriftRow drift) {
    return differ.snapshot(
        catalog.read(handle -> DriftRepository.schema(handle, drift.foundFingerprint())));
  }
}
