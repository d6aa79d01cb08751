package io.tenantry.wire.samples;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.wire.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which tenants are looked at, as query parameters. */
public final class SampleParameters {
  private static final String TENANTS = "tenant_ids";

  private SampleParameters() {}

  /** Writes them. */
  public static QueryParameters write(List<TenantId> tenants) {
    return QueryParameters.none()
        .with(TENANTS, tenants.stream().map(TenantId::value).collect(Collectors.joining(",")));
  }

  /** Reads them; what cannot be an id names no tenant, and is left out as one that is gone is. */
  public static List<TenantId> read(QueryParameters query) {
    return query.text(TENANTS).stream()
        .flatMap(ids -> Arrays.stream(ids.split(",")))
        .flatMap(SampleParameters::tenant)
        .toList();
  }

  private static Stream<TenantId> tenant(String id) {
    try {
      return Stream.of(new TenantId(id.strip()));
    } catch (EngineException invalid) {
      return Stream.empty();
    }
  }
}
