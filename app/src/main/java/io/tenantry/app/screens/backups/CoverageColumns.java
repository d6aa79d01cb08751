package io.tenantry.app.screens.backups;

import io.tenantry.app.controls.avatar.Avatar;
import io.tenantry.app.controls.tables.CellNode;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.text.Text;
import io.tenantry.contract.backups.BackupCoverage;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The columns of the list of tenants by their backups. */
final class CoverageColumns {
  private CoverageColumns() {}

  static List<DataColumn<BackupCoverage, ?>> all() {
    return List.of(
        DataColumn.<BackupCoverage>drawn(title("tenant"), row -> row.tenantId().value(), Name::new)
            .named("tenant")
            .room(160, 240)
            .grow(),
        DataColumn.<BackupCoverage>chip(title("state"), row -> CoverageWords.chip(row.state()))
            .named("state")
            .unsorted()
            .room(132, 140),
        DataColumn.<BackupCoverage>ago(title("age"), BackupCoverage::coveredAt)
            .named("age")
            .room(104, 120),
        DataColumn.<BackupCoverage>drawn(title("days"), DayStrip::words, DayStrip::new)
            .named("days")
            .unsorted()
            .room(196, 200)
            .leaves(1),
        DataColumn.<BackupCoverage>number(title("backups"), BackupCoverage::backups)
            .named("backups")
            .unsorted()
            .room(84, 96)
            .leaves(3),
        DataColumn.<BackupCoverage>size(title("last"), BackupCoverage::lastBytes)
            .named("last")
            .unsorted()
            .room(88, 100)
            .leaves(4),
        DataColumn.<BackupCoverage>size(title("size"), BackupCoverage::totalBytes)
            .named("size")
            .room(88, 100)
            .leaves(2));
  }

  private static String title(String column) {
    return Text.of("backups.column." + column);
  }

  /** The id behind its avatar. */
  private static final class Name implements CellNode.Brush<BackupCoverage> {
    private final Avatar avatar = new Avatar(Avatar.Size.ROW);
    private final Label label = new Label("", avatar);

    Name() {
      label.getStyleClass().add("row-name");
    }

    @Override
    public Node draw(BackupCoverage row) {
      avatar.show(row.tenantId().value());
      label.setText(row.tenantId().value());
      return label;
    }
  }
}
