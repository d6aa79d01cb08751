package io.tenantry.app.dialogs;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.text.Text;

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
    Runnable leave =
        () -> {
          host.close(sheet);
          onCancel.run();
        };
    sheet.onClose(() -> host.close(sheet));
    sheet.onLeave(() -> leave(sheet, ModalExit.ESCAPE, leave));
    host.show(sheet, exit -> leave(sheet, exit, leave));
  }

  /** What was typed is not thrown away by a slip, nor without a question. */
  private void leave(Sheet sheet, ModalExit exit, Runnable leave) {
    if (!sheet.isDirty()) {
      leave.run();
    } else if (exit == ModalExit.ESCAPE) {
      discard(sheet.unsaved(), leave);
    }
  }

  private void discard(String unsaved, Runnable leave) {
    Sheet question =
        new Sheet(
                Text.of("dialogs.discard", unsaved), Labels.prose(Text.of("dialogs.discard.text")))
            .width(Sheet.Width.SMALL)
            .cancelLabel(Text.of("dialogs.discard.stay"));
    question
        .primary(
            Text.of("dialogs.discard.act"),
            () -> {
              question.close();
              leave.run();
            })
        .dangerous();
    show(question);
  }

  /** Asks before something happens. */
  public void confirm(Confirmation question, Runnable onConfirmed) {
    show(new ConfirmationSheet(question).sheet(onConfirmed));
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
