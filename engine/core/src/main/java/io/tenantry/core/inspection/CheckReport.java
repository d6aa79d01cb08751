package io.tenantry.core.inspection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a check of a data folder found.
 *
 * @param dataFolder the folder
 * @param quick whether indexes, checksums and frames were left out
 * @param clean whether nothing is left that somebody has to look after
 * @param looked what was looked at
 * @param steps what the repair did, in its order; empty for a check alone
 * @param repaired findings that were there before the repair and are not any more
 * @param findings what is there now, the worst first
 * @param durationMs how long all took
 */
public record CheckReport(
    String dataFolder,
    boolean quick,
    boolean clean,
    Looked looked,
    List<String> steps,
    List<Finding> repaired,
    List<Finding> findings,
    long durationMs) {

  /** Copies the lists. */
  public CheckReport {
    steps = List.copyOf(steps);
    repaired = List.copyOf(repaired);
    findings = List.copyOf(findings);
  }

  /**
   * What was looked at.
   *
   * @param databases tenants, workspaces, logs and the catalog
   * @param backups compressed copies
   * @param bytes size of both
   * @param freeBytes what is left on the disk of the data folder; absent where the system does not
   *     tell
   */
  public record Looked(long databases, long backups, long bytes, Optional<Long> freeBytes) {}

  /** The report of a check that repaired nothing. */
  static CheckReport of(
      String folder, boolean quick, Looked looked, List<Finding> findings, Duration took) {
    return new CheckReport(
        folder, quick, isClean(findings), looked, List.of(), List.of(), findings, took.toMillis());
  }

  /** Returns the report of a repair, of which this one is the check afterwards. */
  public CheckReport after(CheckReport before, List<String> done) {
    List<Finding> gone =
        before.findings.stream()
            .filter(Finding::counts)
            .filter(finding -> findings.stream().noneMatch(finding::isSameAs))
            .toList();
    return new CheckReport(
        dataFolder, quick, clean, looked, done, gone, findings, before.durationMs + durationMs);
  }

  /** Returns how many findings are that bad. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  private static boolean isClean(List<Finding> findings) {
    return findings.stream().noneMatch(Finding::counts);
  }
}
