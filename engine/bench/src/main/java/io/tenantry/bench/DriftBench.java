package io.tenantry.bench;

import io.tenantry.contract.drift.Drift;
import io.tenantry.contract.drift.DriftCheck;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.core.EngineConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A check of all tenants for drift, against a SELECT on all of them; none of them is open. */
public final class DriftBench {
  private static final int TENANTS = 10_000;
  private static final int ROUNDS = 5;
  private static final long LOOK_AGAIN_NANOS = 1_000_000;

  private DriftBench() {}

  /**
   * Prints tenants per second of both and their ratio.
   *
   * @param args optionally the folder to work in, and the number of tenants
   */
  public static void main(String[] args) throws Exception {
    Path work = WorkFolder.of(args, "drift");
    int tenants = args.length > 1 ? Integer.parseInt(args[1]) : TENANTS;
    try (BenchEngine subject = new BenchEngine(EngineConfig.at(work.resolve("engine")))) {
      subject.create(BenchEngine.names("t", tenants));
      new Rounds("tenants", tenants, ROUNDS)
          .compare("fan-out", _ -> fanOut(subject), "drift check", _ -> check(subject, tenants));
    }
    WorkFolder.delete(work);
  }

  private static void fanOut(BenchEngine subject) {
    subject
        .project()
        .queries()
        .adminAll(new FanOutQuery(BenchEngine.BLUEPRINT, "SELECT 1 FROM t3"));
  }

  private static void check(BenchEngine subject, int tenants) {
    Drift drift = subject.project().drift();
    DriftCheck check = drift.check(BenchEngine.BLUEPRINT, List.of());
    while (check.status() == DriftCheck.Status.RUNNING) {
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      check = drift.lastCheck(BenchEngine.BLUEPRINT);
    }
    if (check.checked() != tenants || check.drifted() + check.failed() > 0) {
      throw new IllegalStateException(check.toString());
    }
  }
}
