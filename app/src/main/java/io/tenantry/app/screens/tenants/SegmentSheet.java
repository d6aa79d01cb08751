package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.dialogs.SheetDraft;
import io.tenantry.app.text.Text;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A sheet with one field: the name of a segment. UI thread. */
final class SegmentSheet {
  private final String title;
  private final String action;
  private final String before;
  private final SegmentsViewModel model;
  private final StringProperty name;

  SegmentSheet(String title, String action, String before, SegmentsViewModel model) {
    this.title = title;
    this.action = action;
    this.before = before;
    this.model = model;
    name = new SimpleStringProperty(before);
  }

  void open(Dialogs dialogs, Consumer<String> onNamed) {
    FormBuilder form = new FormBuilder();
    form.text("name", Text.of("segments.name"), name);
    Sheet sheet =
        new Sheet(title, form.build())
            .width(Sheet.Width.SMALL)
            .draft(
                new SheetDraft()
                    .typed("name", name)
                    .inWords(() -> Text.of("segments.typed", name.get().strip())));
    sheet.subtitle(Text.of("segments.about", SegmentBook.LONGEST_NAME));
    sheet.primary(
        action,
        name.map(SegmentsViewModel::isName),
        () -> {
          if (isFree()) {
            sheet.close();
            onNamed.accept(name.get());
          } else {
            form.error("name", Text.of("segments.taken"));
          }
        });
    dialogs.show(sheet);
  }

  private boolean isFree() {
    return TenantSegment.plain(name.get()).equalsIgnoreCase(before) || !model.isTaken(name.get());
  }
}
