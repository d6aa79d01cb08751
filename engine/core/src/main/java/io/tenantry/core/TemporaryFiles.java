package io.tenantry.core;

import io.tenantry.contract.error.EngineException;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.files.AtomicFiles;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.hosts.TenantPlaces;
import io.tenantry.core.inspection.FileWalk;
import io.tenantry.core.jobs.JobRunner;
import io.tenantry.core.jobs.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the files that a crash left half written, in the background. They were never in use; what
 * is being written now is younger than the opening. When that was is asked of the file system: its
 * clock lags behind the machine's by some milliseconds, so that a file of now can look older.
 */
final class TemporaryFiles implements Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFiles.class);
  private static final List<String> AREAS =
      List.of("workspaces", "hosts", "backups", "archives", "query-logs");
  private static final Pattern OURS =
      Pattern.compile("\\..+\\.[0-9a-f]{1,16}" + Pattern.quote(AtomicFiles.TEMPORARY_SUFFIX));

  private static final FileTime NEVER = FileTime.fromMillis(0);

  private final DataFolder folder;
  private final TenantPlaces places;
  private final JobRunner jobs;

  TemporaryFiles(DataFolder folder, TenantPlaces places, JobRunner jobs) {
    this.folder = folder;
    this.places = places;
    this.jobs = jobs;
  }

  @Override
  public void atOpen() {
    Path root = folder.root();
    Map<Path, FileTime> opened = new LinkedHashMap<>();
    FileTime here = now(root).orElse(NEVER);
    AREAS.forEach(area -> opened.put(root.resolve(area), here));
    places.storageRoots().stream()
        .filter(each -> !each.startsWith(root))
        .forEach(each -> now(each).ifPresent(time -> opened.put(each, time)));
    jobs.start(
        "temporary-files",
        stop -> {
          deleteAtTop(root, here);
          opened.entrySet().stream()
              .takeWhile(_ -> !stop.isStopped())
              .forEach(area -> sweep(area.getKey(), area.getValue(), stop));
        });
  }

  private static Optional<FileTime> now(Path area) {
    if (!Files.isDirectory(area)) {
      return Optional.empty();
    }
    Path marker = AtomicFiles.temporaryFor(area.resolve("opening"));
    try {
      FileTime time = Files.getLastModifiedTime(Files.createFile(marker));
      Files.delete(marker);
      return Optional.of(time);
    } catch (IOException e) {
      LOG.warn("Half written files below {} stay until the next start", area, e);
      return Optional.empty();
    }
  }

  private static void deleteAtTop(Path root, FileTime opened) {
    try (Stream<Path> atTop = Files.list(root)) {
      atTop.filter(Files::isRegularFile).forEach(file -> delete(file, opened));
    } catch (IOException e) {
      LOG.warn("{} cannot be listed", root, e);
    }
  }

  private static void sweep(Path area, FileTime opened, StopSignal stop) {
    try {
      FileWalk.below(
          area,
          file -> {
            if (!stop.isStopped()) {
              delete(file, opened);
            }
          });
    } catch (EngineException e) {
      LOG.warn("Half written files below {} stay until the next start", area, e);
    }
  }

  private static void delete(Path file, FileTime opened) {
    if (!OURS.matcher(file.getFileName().toString()).matches()) {
      return;
    }
    try {
      if (Files.getLastModifiedTime(file).compareTo(opened) < 0) {
        Files.deleteIfExists(file);
        LOG.info("{} was half written and is gone", file);
      }
    } catch (IOException e) {
      LOG.warn("{} is half written and stays until the next start", file, e);
    }
  }
}
