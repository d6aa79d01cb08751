package io.tenantry.app.dialogs;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.text.Text;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;

/**
 * Questions and forms above the window. They do not block: each takes what is to happen next. UI
 * thread.
 */
public final class Dialogs {
  private final ModalHost host;

  public Dialogs(ModalHost host) {
    this.host = host;
  }

  /** Shows a form. */
  public void show(Sheet sheet) {
    show(sheet, () -> {});
  }

  /** Shows a form, and says what happens when the user leaves it without acting. */
  public void show(Sheet sheet, Runnable onCancel) {
    sheet.onClose(host::close);
    host.show(sheet, onCancel);
  }

  /** Asks before something happens. */
  public void confirm(Confirmation question, Runnable onConfirmed) {
    Label text = Labels.prose(question.text());
    Sheet sheet = new Sheet(question.title(), text).width(Sheet.Width.SMALL);
    sheet.primary(
        question.action(),
        () -> {
          sheet.close();
          onConfirmed.run();
        });
    if (question.destructive()) {
      sheet.dangerous();
    }
    show(sheet);
  }

  /**
   * Asks before something that is hard to undo; the user types the name of the thing.
   *
   * @param name what has to be typed exactly
   */
  public void confirmTyped(Confirmation question, String name, Runnable onConfirmed) {
    StringProperty typed = new SimpleStringProperty("");
    FormBuilder form = new FormBuilder();
    form.node(Labels.prose(question.text()));
    form.mono("name", Text.of("dialogs.typeName", name), typed).prompt(name);
    Sheet sheet = new Sheet(question.title(), form.build()).width(Sheet.Width.SMALL).dangerous();
    sheet.primary(
        question.action(),
        typed.map(name::equals),
        () -> {
          sheet.close();
          onConfirmed.run();
        });
    show(sheet);
  }

  /** Says something that must be read before going on. */
  public void tell(String title, String text) {
    Sheet sheet = new Sheet(title, Panels.column(Labels.prose(text))).width(Sheet.Width.SMALL);
    sheet.cancelLabel(Text.of("dialogs.close"));
    show(sheet);
  }

  /** Closes what is shown. */
  public void close() {
    host.close();
  }

  /** Says whether something is shown. */
  public boolean isOpen() {
    return host.isOpen();
  }
}
