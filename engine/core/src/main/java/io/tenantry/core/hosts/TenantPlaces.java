package io.tenantry.core.hosts;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.Region;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.files.DataFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which file a place is. Immutable; any thread.
 *
 * <pre>
 * shared     hosts/shared/{project}/{2 hex digits}/{blueprint}__{tenant}[.{generation}].db
 * dedicated  {storage root of the region}/{project}/{tenant}/{blueprint}__{tenant}[.{generation}].db
 * </pre>
 */
public final class TenantPlaces {
  private static final Pattern FILE =
      Pattern.compile("(.+)__([a-z0-9_-]+)(?:\\.([1-9]\\d{0,8}))?\\.db");

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

  /** Returns whether the settings have the region of a place, so that its file can be named. */
  public boolean knows(TenantPlace place) {
    return !place.isDedicated()
        || place.region().isEmpty()
        || regions.zones().contains(place.region().get());
  }

  /** Returns the folders of the hosts of all regions, whether they exist or not; absolute. */
  public List<Path> storageRoots() {
    return regions.zones().stream().map(this::storageRoot).toList();
  }

  /** Returns the folders of all hosts that a tenant of its own may have had. */
  public List<Path> hostsOf(ProjectId project, TenantId tenant) {
    return regions.all().stream()
        .map(region -> hosts(region.zone(), project).resolve(tenant.value()))
        .toList();
  }

  /** Returns the dedicated place that a file is, or empty for every other file. */
  public Optional<TenantPlace> dedicated(Path file) {
    Path parent = file.getParent();
    Path project = parent == null ? null : parent.getParent();
    Path root = project == null ? null : project.getParent();
    if (parent == null || project == null || root == null) {
      return Optional.empty();
    }
    String projectName = String.valueOf(project.getFileName());
    String tenantName = String.valueOf(parent.getFileName());
    String fileName = String.valueOf(file.getFileName());
    return regions.all().stream()
        .map(Region::zone)
        .filter(zone -> root.equals(storageRoot(zone)))
        .findFirst()
        .flatMap(zone -> place(zone, projectName, tenantName, fileName));
  }

  private static Optional<TenantPlace> place(
      String zone, String project, String tenant, String fileName) {
    Matcher name = FILE.matcher(fileName);
    if (!name.matches() || !name.group(2).equals(tenant)) {
      return Optional.empty();
    }
    int generation = name.group(3) == null ? 0 : Integer.parseInt(name.group(3));
    try {
      return Optional.of(
          new TenantPlace(
              new ProjectId(project),
              new WorkspaceName(name.group(1)),
              new TenantId(tenant),
              2,
              Optional.of(zone),
              generation));
    } catch (EngineException _) {
      return Optional.empty(); // a file that is not ours
    }
  }

  private Path storageRoot(String zone) {
    return regions.storageRoot(zone, folder.root()).toAbsolutePath().normalize();
  }

  private Path hosts(String zone, ProjectId project) {
    return regions.storageRoot(zone, folder.root()).resolve(project.value());
  }
}
