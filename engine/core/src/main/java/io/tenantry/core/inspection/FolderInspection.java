package io.tenantry.core.inspection;

import io.tenantry.contract.error.FailureReason;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.files.FileFailures;
import io.tenantry.core.hosts.Regions;
import io.tenantry.core.hosts.TenantPlaces;
import io.tenantry.core.jobs.WorkerPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks over a whole data folder, which it alone has open meanwhile. Nothing is changed by looking,
 * but for the lock file: no migration runs, no log is folded, no crash is cleared up.
 */
public final class FolderInspection {
  /** One of them is in each data folder, unless all is lost. */
  private static final List<String> SIGNS = List.of("catalog.db", "secret.key", "hosts");

  private static final int LEAST_WORKERS = 2;
  private static final int MOST_WORKERS = 16;

  private final Path root;
  private final Regions regions;
  private final List<Inspection> inspections;
  private final InstantSource clock;

  /**
   * Prepares it.
   *
   * @param inspections in their order
   */
  public FolderInspection(
      Path root, Regions regions, List<Inspection> inspections, InstantSource clock) {
    this.root = root.toAbsolutePath().normalize();
    this.regions = regions;
    this.inspections = List.copyOf(inspections);
    this.clock = clock;
  }

  /**
   * Looks.
   *
   * @throws io.tenantry.contract.error.EngineException as opening an engine does, for a folder that
   *     is none, in use, or of a later version
   */
  public CheckReport look(boolean quick) {
    try (Looking looking = start()) {
      return looking.report(quick);
    }
  }

  /**
   * Looks, and carries out what can be mended safely.
   *
   * @param steps takes what was done, one by one
   */
  public void mend(boolean quick, Consumer<String> steps) {
    try (Looking looking = start()) {
      looking.report(quick);
      looking.mend().forEach(steps);
    }
  }

  private Looking start() {
    boolean isOurs = SIGNS.stream().map(root::resolve).anyMatch(Files::exists);
    if (!isOurs) {
      throw FileFailures.folder(FailureReason.MISSING, root, root + " is no data folder");
    }
    Instant now = clock.instant();
    return new Looking(DataFolder.open(root, now, _ -> {}), now);
  }

  /** One look; holds the folder. */
  private final class Looking implements AutoCloseable {
    private final DataFolder folder;
    private final Instant now;
    private final TenantPlaces places;
    private final Findings findings;
    private final UntouchedDatabases databases = new UntouchedDatabases();
    private final WorkerPool workers =
        new WorkerPool(
            "check",
            Math.clamp(Runtime.getRuntime().availableProcessors(), LEAST_WORKERS, MOST_WORKERS));

    Looking(DataFolder folder, Instant now) {
      this.folder = folder;
      this.now = now;
      this.places = new TenantPlaces(folder, regions);
      this.findings = new Findings(folder.root());
    }

    CheckReport report(boolean quick) {
      long began = System.nanoTime();
      Optional<Catalog> opened = new CatalogInspection(folder, databases, findings).run();
      if (opened.isPresent()) {
        try (Catalog catalog = opened.get()) {
          Inspected inspected =
              new Inspected(
                  folder, catalog, places, databases, new ExpectedFiles(), workers, quick, now);
          inspections.forEach(inspection -> inspection.run(inspected, findings));
        }
      }
      return CheckReport.of(
          root.toString(),
          quick,
          findings.looked(SpaceInspection.free(root)),
          findings.all(),
          Duration.ofNanos(System.nanoTime() - began));
    }

    List<String> mend() {
      return new Repairs(folder, findings, places.storageRoots(), now).run(findings.fixes());
    }

    @Override
    public void close() {
      workers.close();
      databases.close();
      folder.close();
    }
  }
}
