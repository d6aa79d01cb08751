package io.tenantry.core.hosts;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.files.DataFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which file a place is. Immutable; any thread.
 *
 * <pre>
 * shared     hosts/shared/{project}/{2 hex digits}/{blueprint}__{tenant}[.{generation}].db
 * dedicated  {storage root of the region}/{project}/{tenant}/{blueprint}__{tenant}[.{generation}].db
 * </pre>
 */
public final class TenantPlaces {
  private final DataFolder folder;
  private final Regions regions;

  /** Lays files out in a data folder and the storage roots of regions. */
  public TenantPlaces(DataFolder folder, Regions regions) {
    this.folder = folder;
    this.regions = regions;
  }

  /** Returns the database file of a place, absolute. */
  public Path file(TenantPlace place) {
    String name =
        place.generation() == 0
            ? place.database() + ".db"
            : place.database() + "." + place.generation() + ".db";
    return place.isDedicated()
        ? hosts(regions.zone(place.region()), place.project())
            .resolve(place.tenant().value())
            .resolve(name)
        : folder.shared(place.project(), place.database(), name);
  }

  /** Returns all folders that may hold tenant files of a project, whether they exist or not. */
  public List<Path> foldersOf(ProjectId project) {
    List<Path> folders = new ArrayList<>(folder.foldersOf(project));
    regions.all().forEach(region -> folders.add(hosts(region.zone(), project)));
    return folders;
  }

  /** Returns the folders of all hosts that a tenant of its own may have had. */
  public List<Path> hostsOf(ProjectId project, TenantId tenant) {
    return regions.all().stream()
        .map(region -> hosts(region.zone(), project).resolve(tenant.value()))
        .toList();
  }

  private Path hosts(String zone, ProjectId project) {
    return regions.storageRoot(zone, folder.root()).resolve(project.value());
  }
}
