package io.tenantry.app.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.settings.TextKind;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetDraftTest extends FxTest {
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  @TempDir private Path folder;
  private TextJournal texts;
  private ModalHost host;
  private Dialogs dialogs;
  private StringProperty names;
  private ObjectProperty<String> home;

  @BeforeEach
  void build() {
    sent.set(0);
    closed.set(0);
    texts = open();
    host = fx(() -> new ModalHost(new VBox(new TextField("page"))));
    dialogs = new Dialogs(host);
    show(host);
  }

  @Test
  void whatWasTypedIsOfferedWhenTheSheetOpensAgain() {
    typeAndLeave();
    openSheet(texts);
    assertThat(lookup("With 1 name, not sent yet.").tryQuery()).isPresent();
    assertThat(names.get()).isEmpty();
    push(KeyCode.ENTER); // the offer has the focus
    assertThat(names.get()).isEqualTo("acme");
    assertThat(home.get()).isEqualTo("frankfurt");
    write("2");
    assertThat(names.get()).as("the field has the focus").contains("2");
  }

  @Test
  void aCrashLosesNothing() {
    openSheet(texts);
    write("acme");
    texts.flush();
    run(() -> host.close());
    openSheet(open());
    clickOn("Continue where you stopped");
    assertThat(names.get()).isEqualTo("acme");
  }

  @Test
  void startingAnewForgetsIt() {
    typeAndLeave();
    openSheet(texts);
    clickOn("Start anew");
    assertThat(names.get()).isEmpty();
    push(KeyCode.ESCAPE);
    openSheet(texts);
    assertThat(lookup("Start anew").tryQuery()).isEmpty();
  }

  @Test
  void leavingTheOfferKeepsIt() {
    typeAndLeave();
    openSheet(texts);
    push(KeyCode.ESCAPE);
    assertThat(fx(host::isOpen)).isFalse();
    openSheet(texts);
    clickOn("Continue where you stopped");
    assertThat(names.get()).isEqualTo("acme");
  }

  @Test
  void nothingCanBeSentBeforeTheUserHasChosenWhatToGoOnWith() {
    typeAndLeave();
    openSheet(texts);
    push(KeyCode.CONTROL, KeyCode.ENTER);
    assertThat(lookup("Create").queryButton().isDisabled()).isTrue();
    assertThat(sent).hasValue(0);
  }

  @Test
  void whatWasSentIsNotOfferedAgain() {
    openSheet(texts);
    write("acme");
    texts.flush();
    assertThat(open().read(TextKind.DRAFT, "sheet")).isPresent();
    push(KeyCode.ENTER);
    texts.flush();
    assertThat(sent).hasValue(1);
    openSheet(texts);
    assertThat(lookup("Start anew").tryQuery()).isEmpty();
    assertThat(open().read(TextKind.DRAFT, "sheet")).isEmpty();
  }

  @Test
  void whatAFieldWasGivenIsNoWorkThatCouldBeLost() {
    names = new SimpleStringProperty("");
    SheetDraft draft = new SheetDraft().typed("names", names);
    names.set("clinic");
    draft.given("names");
    assertThat(draft.isTyped()).isFalse();
    names.set("clinics");
    assertThat(draft.isTyped()).isTrue();
  }

  @Test
  void closingTheWindowAsksOnceAboutWhatIsKeptNowhere() {
    StringProperty secret = new SimpleStringProperty("");
    run(() -> dialogs.show(sheet(secret).draft(new SheetDraft().typed("key", secret))));
    write("acme");
    run(() -> dialogs.whenNothingIsLost(closed::incrementAndGet));
    run(() -> dialogs.whenNothingIsLost(closed::incrementAndGet));
    assertThat(closed).hasValue(0);
    assertThat(fx(() -> host.dialogs().size())).isEqualTo(2);
    clickOn("Discard");
    assertThat(closed).hasValue(1);
  }

  @Test
  void closingTheWindowAsksNothingWhenAllIsKept() {
    openSheet(texts);
    write("acme");
    run(() -> dialogs.whenNothingIsLost(closed::incrementAndGet));
    assertThat(closed).hasValue(1);
  }

  private void typeAndLeave() {
    openSheet(texts);
    write("acme");
    run(() -> home.set("frankfurt"));
    push(KeyCode.ESCAPE);
    clickOn("Keep for later");
    assertThat(fx(host::isOpen)).isFalse();
  }

  private void openSheet(TextJournal journal) {
    names = new SimpleStringProperty("");
    home = new SimpleObjectProperty<>("shared");
    SheetDraft draft =
        new SheetDraft()
            .typed("names", names)
            .chosen("home", home, text -> text, Optional::of)
            .inWords(() -> "1 name")
            .keptIn(journal, "sheet");
    run(() -> dialogs.show(sheet(names).draft(draft)));
  }

  private Sheet sheet(StringProperty typed) {
    FormBuilder form = new FormBuilder();
    form.text("names", "Names", typed);
    Sheet sheet = new Sheet("Create tenants", form.build());
    return sheet.primary(
        "Create",
        () -> {
          sent.incrementAndGet();
          sheet.close();
        });
  }

  private TextJournal open() {
    return ProjectMemory.open(folder, new SameThreadTaskRunner()).texts();
  }
}
