package io.tenantry.core.inspection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What inspections found, with the ways to mend it. Any thread. */
public final class Findings {
  private final Path root;
  private final List<Found> found = new ArrayList<>();
  private final AtomicLong databases = new AtomicLong();
  private final AtomicLong backups = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  /** A finding and how to mend it. */
  record Found(Finding finding, Optional<Fix> fix) {}

  /** Starts without any; files inside the root are named relative to it. */
  Findings(Path root) {
    this.root = root;
  }

  /** Notes what nothing has to be done about. */
  public void note(String kind, Path where, String what) {
    add(Severity.NOTE, kind, where, what, Optional.empty(), Optional.empty());
  }

  /** Notes something for people to decide about. */
  public void add(Severity severity, String kind, Path where, String what) {
    add(severity, kind, where, what, Optional.empty(), Optional.empty());
  }

  /** Notes something for which there is a safe repair. */
  public void add(Severity severity, String kind, Path where, String what, Fix fix) {
    add(severity, kind, where, what, Optional.of(fix.says()), Optional.of(fix));
  }

  private synchronized void add(
      Severity severity,
      String kind,
      Path where,
      String what,
      Optional<String> repair,
      Optional<Fix> fix) {
    found.add(new Found(new Finding(severity, kind, name(where), what, repair), fix));
  }

  /** Returns the name of a file for people. */
  public String name(Path file) {
    return file.startsWith(root) && !file.equals(root)
        ? root.relativize(file).toString().replace('\\', '/')
        : file.toString();
  }

  /** Counts a database that was looked at. */
  public void database(long size) {
    databases.incrementAndGet();
    bytes.addAndGet(size);
  }

  /** Counts a backup that was looked at. */
  public void backup(long size) {
    backups.incrementAndGet();
    bytes.addAndGet(size);
  }

  CheckReport.Looked looked(Optional<Long> freeBytes) {
    return new CheckReport.Looked(databases.get(), backups.get(), bytes.get(), freeBytes);
  }

  /** Returns what was found, the worst first. */
  synchronized List<Finding> all() {
    return found.stream()
        .map(Found::finding)
        .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::where))
        .toList();
  }

  synchronized List<Fix> fixes() {
    return found.stream().flatMap(each -> each.fix().stream()).toList();
  }
}
