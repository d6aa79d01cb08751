package io.tenantry.core.tenants;

import io.tenantry.contract.tenants.TenantId;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Puts rows into new databases before anybody can see them. Any thread. */
public interface Filling {
  /** Leaves them empty. */
  Filling NONE =
      new Filling() {
        @Override
        public void fill(TenantId tenant, Path file) {}

        @Override
        public void settled(Handle handle, List<TenantId> tenants) {}
      };

  /**
   * Fills a database; called again with a new file when a newer version came meanwhile.
   *
   * @throws io.tenantry.contract.error.EngineException why the tenant does not come to be
   */
  void fill(TenantId tenant, Path file);

  /** Notes that these are filled, in the transaction that lets everyone see them. */
  void settled(Handle handle, List<TenantId> tenants);
}
