package io.tenantry.core;

import io.tenantry.core.hosts.Regions;
import io.tenantry.core.imports.ImportConfig;
import io.tenantry.core.imports.ImportEngine;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.sources.SourceFiles;
import io.tenantry.core.sources.Sources;
import io.tenantry.core.sources.WebDocuments;
import io.tenantry.core.tenants.FilledTenants;
import io.tenantry.core.tenants.Provisioning;
import io.tenantry.core.tenants.TenantFiles;
import io.tenantry.core.tenants.TenantTargetRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What reads databases and documents from outside, and brings their rows in. */
final class ImportPlane {
  private final ControlPlane control;
  private final DataPlane data;
  private final Sources sources;
  private final ImportEngine engine;

  ImportPlane(
      ControlPlane control,
      DataPlane data,
      Regions regions,
      ImportConfig config,
      TenantFiles files,
      ImageCompiler compiler) {
    this.control = control;
    this.data = data;
    this.sources = newSources(config, regions);
    this.engine = newEngine(files, compiler);
  }

  private Sources newSources(ImportConfig config, Regions regions) {
    Path root = control.folder().root();
    List<Path> own = new ArrayList<>(List.of(root));
    regions.all().forEach(region -> own.add(regions.storageRoot(region.zone(), root)));
    return new Sources(
        data.sqlite(),
        new SourceFiles(config.localFiles(), own),
        new WebDocuments(config.privateAddresses()),
        control.folder().imports());
  }

  /** Its provisioning has threads of its own, since filling databases may take them for long. */
  private ImportEngine newEngine(TenantFiles files, ImageCompiler compiler) {
    Provisioning provisioning =
        new Provisioning(
            control.catalog(), files, compiler, data.imports(), data.jobs(), control.clock());
    return new ImportEngine(
        control.catalog(),
        data.sqlite(),
        control.secrets(),
        control.folder().imports(),
        new ImportEngine.Destinations(
            data.databases(),
            new TenantTargetRepository(files),
            new FilledTenants(control.catalog(), control.secrets(), provisioning, control.clock()),
            data.imports()),
        data.jobs(),
        control.clock());
  }

  Sources sources() {
    return sources;
  }

  ImportEngine engine() {
    return engine;
  }
}
