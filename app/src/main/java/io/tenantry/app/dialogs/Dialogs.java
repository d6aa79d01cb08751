package io.tenantry.app.dialogs;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.util.Subscription;

/**
 * Questions and forms above the window. They do not block: each takes what is to happen next. UI
 * thread.
 */
public final class Dialogs {
  private static final String ASKS = "discard-question";

  private final ModalHost host;
  private final List<Supplier<Optional<Confirmation>>> beforeLeaving = new ArrayList<>();
  private Optional<Sheet> asked = Optional.empty();

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
          sheet.draft().stop();
          host.close(sheet);
          onCancel.run();
        };
    sheet.onClose(() -> host.close(sheet));
    sheet.onLeave(() -> leave(sheet, ModalExit.ESCAPE, leave));
    sheet.draft().kept().ifPresentOrElse(kept -> offer(sheet, kept), () -> sheet.draft().begin());
    host.show(sheet, (ModalExit exit) -> leave(sheet, exit, leave));
  }

  /** What was typed last time, and not sent, is offered before anything else. */
  private void offer(Sheet sheet, KeptDraft kept) {
    Button again =
        Buttons.primary(
            Text.of("dialogs.continue"),
            () -> {
              sheet.content();
              sheet.draft().restore(kept);
              sheet.draft().begin();
              host.focus(sheet);
            });
    Button anew =
        Buttons.normal(
            Text.of("dialogs.anew"),
            () -> {
              sheet.draft().forget();
              sheet.content();
              sheet.draft().begin();
              host.focus(sheet);
            });
    again.getStyleClass().add("initial-focus");
    String when = Figures.ago(kept.at(), Instant.now());
    sheet.instead(
        new Callout(
                Tone.INFO,
                Text.of("dialogs.stopped", when),
                Text.of("dialogs.stopped.text", kept.words()))
            .action(again, anew));
  }

  /** What was typed is not thrown away by a slip, nor without a question. */
  private void leave(Sheet sheet, ModalExit exit, Runnable leave) {
    Optional<Runnable> instead = sheet.insteadOfLeaving();
    if (instead.isEmpty() && !sheet.draft().isTyped()) {
      leave.run();
    } else if (exit == ModalExit.ESCAPE) {
      instead.orElse(() -> discard(sheet, leave)).run();
    }
  }

  private void discard(Sheet sheet, Runnable leave) {
    SheetDraft draft = sheet.draft();
    Sheet question =
        new Sheet(
                Text.of("dialogs.discard", draft.words()),
                Labels.prose(Text.of("dialogs.discard.text")))
            .width(Sheet.Width.SMALL)
            .cancelLabel(Text.of("dialogs.discard.stay"));
    question.getStyleClass().add(ASKS);
    question
        .primary(
            Text.of("dialogs.discard.act"),
            () -> {
              question.close();
              draft.forget();
              leave.run();
            })
        .dangerous();
    if (draft.isKept()) {
      question.footer(
          Buttons.normal(
              Text.of("dialogs.discard.keep"),
              () -> {
                question.close();
                leave.run();
              }));
    }
    show(question);
  }

  /**
   * Does what would take the sheets away, after a question when something in them would be lost.
   */
  public void whenNothingIsLost(Runnable action) {
    List<Sheet> open = host.dialogs().stream().flatMap(Dialogs::sheet).toList();
    if (open.stream().anyMatch(sheet -> sheet.getStyleClass().contains(ASKS))
        || asked.filter(open::contains).isPresent()) {
      return; // the question is there already
    }
    Runnable rest = () -> whenNothingIsCutOff(action);
    open.stream()
        .filter(sheet -> sheet.draft().isTyped() && !sheet.draft().isKept())
        .findFirst()
        .ifPresentOrElse(sheet -> discard(sheet, rest), rest);
  }

  /**
   * Has something asked before the window is left: what goes on in it and would be cut off.
   *
   * @param question what to ask now; empty when nothing goes on
   */
  public Subscription beforeLeaving(Supplier<Optional<Confirmation>> question) {
    beforeLeaving.add(question);
    return () -> beforeLeaving.remove(question);
  }

  /** Does what ends everything that goes on in the window, after a question when something does. */
  public void whenNothingIsCutOff(Runnable action) {
    beforeLeaving.stream()
        .flatMap(question -> question.get().stream())
        .findFirst()
        .ifPresentOrElse(
            question -> {
              Sheet sheet = new ConfirmationSheet(question).sheet(action);
              asked = Optional.of(sheet);
              show(sheet);
            },
            action);
  }

  private static Stream<Sheet> sheet(Node dialog) {
    return dialog instanceof Sheet sheet ? Stream.of(sheet) : Stream.empty();
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

  /** Shows that something is under way. */
  public void show(ProgressSheet progress) {
    show(progress.sheet(), progress::stop);
  }

  /** Closes it again; does nothing when it is not shown. */
  public void close(ProgressSheet progress) {
    host.close(progress.sheet());
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
