package io.tenantry.bench;

import io.tenantry.contract.samples.TenantSamples;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.core.EngineConfig;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Somebody scrolls through tenants without a rest, and has each page sampled: how long a page
 * takes, and what the counting of rows takes of a core meanwhile, which must be under two percent.
 */
public final class SampleBench {
  private static final int TENANTS = 5_000;
  private static final int PAGE = 40;
  private static final int TIMES = 201;
  private static final Duration SCROLLING = Duration.ofSeconds(20);
  private static final String COUNTER = "row-counter";

  private SampleBench() {}

  /**
   * Prints the median of a page in milliseconds, and percents of a core.
   *
   * @param args optionally the folder to work in
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "samples");
    try (BenchEngine subject = new BenchEngine(EngineConfig.at(work.resolve("engine")))) {
      List<TenantId> tenants =
          BenchEngine.names("tenant-", TENANTS).stream().map(TenantId::new).toList();
      subject.create(tenants.stream().map(TenantId::value).toList());
      TenantSamples samples = subject.project().samples();
      double[] took = new double[TIMES];
      for (int i = 0; i < TIMES; i++) {
        long start = System.nanoTime();
        samples.of(page(tenants, i));
        took[i] = (System.nanoTime() - start) / 1e6;
      }
      Arrays.sort(took);
      System.out.printf("%-24s %8.2f ms%n", "page of " + PAGE, took[TIMES / 2]);
      scroll(samples, tenants);
    }
    WorkFolder.delete(work);
  }

  private static List<TenantId> page(List<TenantId> tenants, int number) {
    int from = number * PAGE % (tenants.size() - PAGE);
    return tenants.subList(from, from + PAGE);
  }

  private static void scroll(TenantSamples samples, List<TenantId> tenants)
      throws InterruptedException {
    long before = counterNanos();
    long start = System.nanoTime();
    int page = 0;
    while (System.nanoTime() - start < SCROLLING.toNanos()) {
      samples.of(page(tenants, page));
      page++;
      Thread.sleep(50); // twenty pages a second
    }
    double share = 100.0 * (counterNanos() - before) / (System.nanoTime() - start);
    long counted =
        tenants.stream()
            .map(List::of)
            .map(samples::of)
            .filter(each -> each.getFirst().rows().isPresent())
            .count();
    System.out.printf("%-24s %8.2f %% of a core, %d tenants%n", "counting rows", share, counted);
  }

  private static long counterNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(each -> each != null && COUNTER.equals(each.getThreadName()))
        .mapToLong(ThreadInfo::getThreadId)
        .map(threads::getThreadCpuTime)
        .sum();
  }
}
