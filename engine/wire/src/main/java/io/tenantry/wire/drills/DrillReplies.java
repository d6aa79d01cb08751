package io.tenantry.wire.drills;

import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.DrilledDatabase;
import io.tenantry.contract.drills.ReportCheck;
import io.tenantry.contract.drills.StartDrill;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.tenants.TenantId;
import java.util.List;
import java.util.Optional;

/** Bodies and replies of drills. */
public final class DrillReplies {
  private DrillReplies() {}

  /**
   * The body that starts a drill.
   *
   * @param tenantIds whose; empty for a sample
   * @param sample how many tenants to draw
   */
  public record Start(List<TenantId> tenantIds, Optional<Integer> sample) {
    static Start of(StartDrill request) {
      return new Start(request.tenants(), request.sample());
    }
  }

  /**
   * A drill.
   *
   * @param drill how far it is
   */
  public record One(Drill drill) {}

  /**
   * Drills.
   *
   * @param count how many
   * @param drills newest first
   */
  public record Listed(int count, List<Drill> drills) {
    /** Counts them. */
    public static Listed of(List<Drill> drills) {
      return new Listed(drills.size(), drills);
    }
  }

  /**
   * What a drill found.
   *
   * @param count number of databases in this reply
   * @param databases in the order of the drill
   * @param total number of databases in the whole list
   * @param nextCursor where the next page starts; absent on the last
   */
  public record Databases(
      int count, List<DrilledDatabase> databases, long total, Optional<String> nextCursor) {
    /** Writes a page. */
    public static Databases of(Page<DrilledDatabase> page) {
      return new Databases(page.items().size(), page.items(), page.total(), page.nextCursor());
    }

    /** Returns the contract's value. */
    public Page<DrilledDatabase> page() {
      return new Page<>(databases, total, nextCursor);
    }
  }

  /**
   * What a look at a signature gave.
   *
   * @param result whether it is genuine
   */
  public record Checked(ReportCheck result) {}
}
