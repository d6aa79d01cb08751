package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.figures.StatTile;
import io.tenantry.app.controls.figures.StatTiles;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.BackupCoverage.State;
import io.tenantry.contract.backups.BackupTotals;
import io.tenantry.contract.drills.Drill;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The figures above the list; each leads to the tenants it counts. UI thread. */
final class FleetTiles {
  private final StatTile covered;
  private final StatTile overdue;
  private final StatTile none;
  private final StatTile failing;
  private final StatTile size = StatTile.still(Text.of("backups.tile.size"));
  private final StatTile drill;
  private final StatTiles row;

  FleetTiles(Consumer<State> open, Runnable openDrills) {
    covered = tile(State.COVERED, open);
    overdue = tile(State.OVERDUE, open);
    none = tile(State.NONE, open);
    failing = tile(State.FAILING, open);
    drill = StatTile.leading(Text.of("backups.tile.drill"), openDrills);
    List.of(covered, overdue, none, failing, size)
        .forEach(tile -> tile.unknown(Text.of("backups.loading")));
    drill.unknown(Text.of("drills.none"));
    row = new StatTiles(covered, overdue, none, failing, size, drill);
  }

  private static StatTile tile(State state, Consumer<State> open) {
    return StatTile.leading(CoverageWords.words(state), () -> open.accept(state));
  }

  StatTiles node() {
    return row;
  }

  void show(Optional<FleetStanding> standing) {
    standing.ifPresent(this::show);
  }

  /** Shows how the last drill has ended. */
  void show(List<Drill> drills) {
    drills.stream()
        .filter(each -> each.status() != Drill.Status.RUNNING)
        .findFirst()
        .ifPresent(
            last -> {
              drill.show(
                  Figures.count(last.passed()),
                  Text.of("backups.tile.drill.of", Figures.count(last.databases())),
                  last.passed() == 0);
              drill.change(
                  Figures.ago(last.completedAt().orElse(last.startedAt()), Instant.now()),
                  last.failed() > 0);
            });
  }

  private void show(FleetStanding standing) {
    BackupTotals totals = standing.totals();
    show(covered, totals.covered(), totals.tenants());
    show(overdue, totals.overdue(), totals.tenants());
    show(none, totals.none(), totals.tenants());
    show(failing, totals.failing(), totals.tenants());
    overdue.change(Text.of("backups.tile.older", hours(standing.policy().overdueHours())), false);
    String[] words = Figures.size(totals.totalBytes()).split(" ", 2);
    size.show(words[0], words.length > 1 ? words[1] : "", totals.totalBytes() == 0);
    size.change(
        totals.lastDayBytes() == 0
            ? Text.of("backups.tile.noGrowth")
            : Text.of("backups.tile.growth", Figures.size(totals.lastDayBytes())),
        false);
  }

  private static String hours(long hours) {
    return hours % 24 == 0 && hours > 24
        ? Figures.count(hours / 24, "day", "days")
        : Figures.count(hours, "hour", "hours");
  }

  private static void show(StatTile tile, long count, long of) {
    tile.show(Figures.count(count), "", count == 0);
    tile.change(of == 0 ? "" : Figures.percent((double) count / of), false);
  }
}
