package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.tables.CellNode;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.BackupCoverage;
import io.tenantry.contract.backups.BackupCoverage.Day;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The last thirty days of a tenant, a mark each; a day that failed is taller. UI thread. */
final class DayStrip implements CellNode.Brush<BackupCoverage> {
  private final HBox strip = new HBox();
  private List<Day> shown = List.of();

  DayStrip() {
    strip.getStyleClass().add("day-strip");
    for (int day = 0; day < BackupCoverage.DAYS; day++) {
      Region mark = new Region();
      mark.getStyleClass().add("day");
      strip.getChildren().add(mark);
    }
  }

  @Override
  public Node draw(BackupCoverage row) {
    if (!row.days().equals(shown)) {
      shown = row.days();
      for (int day = 0; day < strip.getChildren().size(); day++) {
        Day what = day < shown.size() ? shown.get(day) : Day.NONE;
        strip
            .getChildren()
            .get(day)
            .getStyleClass()
            .setAll("day", "day-" + what.name().toLowerCase(Locale.ROOT));
      }
    }
    strip.setAccessibleText(words(row));
    return strip;
  }

  /** Returns the strip in words. */
  static String words(BackupCoverage row) {
    long done = row.days().stream().filter(Day.DONE::equals).count();
    long failed = row.days().stream().filter(Day.FAILED::equals).count();
    return Text.of("backups.days", done, failed);
  }
}
