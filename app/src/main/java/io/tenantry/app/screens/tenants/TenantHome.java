package io.tenantry.app.screens.tenants;

import io.tenantry.app.text.Text;
import io.tenantry.contract.info.Region;
import io.tenantry.contract.tenants.ChangeIsolation;
import io.tenantry.contract.tenants.TenantDatabase;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the database of a new tenant will live.
 *
 * @param region of a host of its own (level 2); empty for the shared host (level 1)
 */
record TenantHome(Optional<Region> region) {
  static final TenantHome SHARED = new TenantHome(Optional.empty());

  /** Returns the shared host, then a host of its own in each region. */
  static List<TenantHome> all(List<Region> regions) {
    List<TenantHome> all = new ArrayList<>();
    all.add(SHARED);
    regions.forEach(region -> all.add(new TenantHome(Optional.of(region))));
    return List.copyOf(all);
  }

  /** Returns where a database lives now. */
  static TenantHome of(TenantDatabase database, List<Region> regions) {
    return database
        .region()
        .filter(_ -> database.isolationLevel() > 1)
        .map(
            zone ->
                regions.stream()
                    .filter(region -> region.zone().equals(zone))
                    .findFirst()
                    .orElseGet(() -> new Region(zone, zone, false)))
        .map(region -> new TenantHome(Optional.of(region)))
        .orElse(SHARED);
  }

  /** Says whether a database lives here. */
  boolean holds(TenantDatabase database) {
    boolean isAlone = database.isolationLevel() > 1;
    return region
        .map(own -> isAlone && database.region().filter(own.zone()::equals).isPresent())
        .orElse(!isAlone);
  }

  /** Returns what moves a database here. */
  ChangeIsolation move(WorkspaceName blueprint) {
    return region
        .map(zone -> ChangeIsolation.toRegion(blueprint, zone.zone()))
        .orElseGet(() -> ChangeIsolation.toShared(blueprint));
  }

  String words() {
    return region
        .map(zone -> Text.of("tenants.create.home.own", zone.label(), zone.zone()))
        .orElseGet(() -> Text.of("tenants.create.home.shared"));
  }

  TenantDatabaseRequest request(WorkspaceName blueprint) {
    return region
        .map(zone -> new TenantDatabaseRequest(blueprint, 2, Optional.of(zone.zone())))
        .orElseGet(() -> TenantDatabaseRequest.shared(blueprint));
  }
}
