package io.tenantry.bench;

import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.EngineConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How much memory a tenant takes that is open: the growth of the resident set while the second
 * thousand of tenants of ten tables answers its first query and stays open.
 */
public final class OpenTenantMemory {
  private static final int WARM = 500;
  private static final int MEASURED = 1000;

  private OpenTenantMemory() {}

  /**
   * Prints kilobytes per tenant.
   *
   * @param args optionally the folder to work in
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "memory");
    try (BenchEngine subject = new BenchEngine(EngineConfig.at(work.resolve("engine")))) {
      List<String> names = BenchEngine.names("t", WARM + MEASURED);
      subject.create(names);
      names.subList(0, WARM).forEach(name -> query(subject, name));
      System.gc();
      double before = residentKilobytes();
      names.subList(WARM, WARM + MEASURED).forEach(name -> query(subject, name));
      System.gc();
      double after = residentKilobytes();
      System.out.printf(
          "%d open tenants; %.0f KB for each of the last %d%n",
          subject.project().status().openDatabases().orElseThrow(),
          (after - before) / MEASURED,
          MEASURED);
    }
    WorkFolder.delete(work);
  }

  private static void query(BenchEngine subject, String name) {
    subject
        .project()
        .queries()
        .tenant(
            new TenantQuery(
                new TenantId(name),
                BenchEngine.BLUEPRINT,
                "SELECT id, name FROM t3 WHERE name = 'x'"));
  }

  private static double residentKilobytes() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
