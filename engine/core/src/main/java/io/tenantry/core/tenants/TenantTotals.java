package io.tenantry.core.tenants;

import io.tenantry.core.catalog.Catalog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many tenants a list has, remembered as long as nothing is written to the catalog: who pages
 * through a list asks for it again and again. Any thread.
 */
final class TenantTotals {
  private static final int MOST = 64;

  private final Catalog catalog;
  private final Map<TenantSearch.Statement, Counted> counted =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TenantSearch.Statement, Counted> eldest) {
          return size() > MOST;
        }
      };

  private record Counted(long changes, long total) {}

  TenantTotals(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Returns the totals for a transaction that begins afterwards. */
  Moment now() {
    return new Moment(catalog.changes());
  }

  /** The totals as one transaction sees them. */
  final class Moment {
    private final long changes;

    private Moment(long changes) {
      this.changes = changes;
    }

    /**
     * Returns what a statement counts; runs it only if something was written since the last time.
     */
    long of(TenantSearch.Statement statement, LongSupplier count) {
      Counted known;
      synchronized (counted) {
        known = counted.get(statement);
      }
      if (known != null && known.changes() == changes) {
        return known.total();
      }
      long total = count.getAsLong();
      synchronized (counted) {
        counted.put(statement, new Counted(changes, total));
      }
      return total;
    }
  }
}
