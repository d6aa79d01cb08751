package io.tenantry.core.tenants;

import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.core.hosts.TenantPlace;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The databases of many tenants, as a list that works out the path of a file only when it is asked
 * for: the paths are most of what a list of a hundred thousand takes. Read-only once filled.
 */
final class TenantTargets extends AbstractList<TenantTarget> implements RandomAccess {
  private final TenantFiles files;
  private final List<Row> rows = new ArrayList<>();

  TenantTargets(TenantFiles files) {
    this.files = files;
  }

  /** A target as the catalog has it. */
  record Row(long tenantId, TenantStatus status, TenantPlace place, int minor) {
    TenantTarget in(TenantFiles files) {
      return new TenantTarget(tenantId, place.tenant(), status, place, files.of(place), minor);
    }
  }

  void append(Row row) {
    rows.add(row);
  }

  @Override
  public TenantTarget get(int index) {
    return rows.get(index).in(files);
  }

  @Override
  public int size() {
    return rows.size();
  }
}
