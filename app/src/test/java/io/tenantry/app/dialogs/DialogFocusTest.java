package io.tenantry.app.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.controls.sql.SqlEditor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DialogFocusTest extends FxTest {
  private final AtomicInteger done = new AtomicInteger();
  private StringProperty name;
  private TextField page;
  private ModalHost host;
  private Dialogs dialogs;

  @BeforeEach
  void build() {
    done.set(0);
    name = new SimpleStringProperty("");
    page = fx(() -> new TextField("page"));
    host = fx(() -> new ModalHost(new VBox(new Button("first of the page"), page)));
    dialogs = new Dialogs(host);
    show(host);
    run(page::requestFocus);
  }

  @Test
  void theFirstFieldOfASheetHasTheFocusAtOnce() {
    run(() -> dialogs.show(form("New table")));
    assertThat(owner()).isSameAs(field("name"));
    write("orders");
    assertThat(name.get()).isEqualTo("orders");
  }

  @Test
  void openingASheetDoesNotStyleThePageBelowAgain() {
    AtomicInteger styled = new AtomicInteger();
    run(() -> host.getChildren().addFirst(counting(styled)));
    run(() -> host.applyCss());
    assertThat(styled.getAndSet(0)).as("it counts").isPositive();
    int now =
        fx(
            () -> {
              dialogs.show(form("New table"));
              return styled.get();
            });
    assertThat(now).isZero();
  }

  /** Counts how often it gets its styles. */
  private static Region counting(AtomicInteger styled) {
    Region counted =
        new Region() {
          @Override
          public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            styled.incrementAndGet();
            return super.getCssMetaData();
          }
        };
    counted.setStyle("-fx-padding: 1px;");
    return counted;
  }

  @Test
  void aPressBesideADirtySheetOrOnNothingInItLeavesTheFocusInItsField() {
    run(() -> dialogs.show(form("New table").draft(new SheetDraft().typed("name", name))));
    write("ord");
    clickOn(beside());
    assertThat(fx(host::isOpen)).isTrue();
    assertThat(owner()).isSameAs(field("name"));
    write("e");
    clickOn(".dialog-sheet .sheet-head");
    write("r");
    clickOn(edgeOf(".dialog-sheet .sheet-scroll"));
    settle();
    assertThat(owner()).isSameAs(field("name"));
    write("s");
    assertThat(name.get()).isEqualTo("orders");
  }

  /** Returns a place at the left edge of a part, where there is nothing in it. */
  private Point2D edgeOf(String part) {
    return fx(
        () -> {
          Node node = lookup(part).query();
          Bounds bounds = node.getLayoutBounds();
          return node.localToScreen(bounds.getMinX() + 4, bounds.getCenterY());
        });
  }

  /** Returns a place of the veil beside the dialog. */
  private Point2D beside() {
    return fx(() -> host.localToScreen(20, 20));
  }

  @Test
  void theMarkedFieldHasItBeforeTheFirst() {
    run(
        () -> {
          FormBuilder form = new FormBuilder();
          form.text("a", "A", new SimpleStringProperty(""));
          form.area("names", "Names", name, 5).control().getStyleClass().add("initial-focus");
          dialogs.show(
              new Sheet("Create tenants", form.build()).primary("Create", done::incrementAndGet));
        });
    assertThat(owner()).isSameAs(field("names"));
  }

  @Test
  void theTypedConfirmationHasItsFieldFocusedAndEnterConfirms() {
    run(() -> dialogs.confirm(typed("fintech"), done::incrementAndGet));
    write("fintec");
    push(KeyCode.ENTER);
    assertThat(done).hasValue(0);
    write("h");
    push(KeyCode.ENTER);
    assertThat(done).hasValue(1);
    assertThat(fx(host::isOpen)).isFalse();
  }

  @Test
  void aSheetThatReplacesAnotherHasTheFocusAndGivesItBackToThePage() {
    run(
        () ->
            dialogs.confirm(
                Confirmation.of("Undo?", "Going back.", "Undo"),
                () -> dialogs.confirm(typed("fintech"), done::incrementAndGet)));
    push(KeyCode.ENTER);
    write("fintech");
    push(KeyCode.ENTER);
    assertThat(done).hasValue(1);
    assertThat(owner()).isSameAs(page);
  }

  @Test
  void aQuestionAboveASheetLeavesTheSheetAsItWas() {
    run(() -> dialogs.show(form("Create tenants")));
    write("acme");
    run(() -> dialogs.confirm(typed("1"), done::incrementAndGet));
    push(KeyCode.ESCAPE);
    settle();
    assertThat(owner()).isSameAs(field("name"));
    assertThat(name.get()).isEqualTo("acme");
    assertThat(fx(host::isOpen)).isTrue();
  }

  @Test
  void theFocusReturnsToWhereItWas() {
    run(() -> dialogs.show(form("New table")));
    push(KeyCode.ESCAPE);
    assertThat(owner()).isSameAs(page);
    assertThat(fx(host::isOpen)).isFalse();
  }

  @Test
  void tabGoesRoundInsideInBothDirections() {
    run(() -> dialogs.show(form("New table")));
    List<KeyCode> round = List.of(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB);
    for (KeyCode tab : round) {
      push(tab);
      assertThat(isInside(owner())).as("focus on %s", owner()).isTrue();
    }
    assertThat(owner()).isSameAs(field("name"));
    push(KeyCode.SHIFT, KeyCode.TAB);
    assertThat(((Button) owner()).getText()).isEqualTo("Create");
    push(KeyCode.TAB);
    assertThat(owner()).isSameAs(field("name"));
  }

  @Test
  void tabLeavesATextOfSeveralLinesAndStaysInAnEditor() {
    run(
        () -> {
          FormBuilder form = new FormBuilder();
          form.area("names", "Names", name, 5);
          SqlEditor editor = new SqlEditor();
          dialogs.show(new Sheet("Sheet", new VBox(form.build(), editor)));
        });
    push(KeyCode.TAB);
    assertThat(owner()).isNotSameAs(field("names"));
    assertThat(name.get()).isEmpty();
  }

  @Test
  void whatThePageAsksForMeanwhileDoesNotTakeTheFocus() {
    run(() -> dialogs.show(form("New table")));
    run(page::requestFocus);
    await(() -> owner() == field("name"));
    write("x");
    assertThat(name.get()).isEqualTo("x");
  }

  @Test
  void escapeClosesAnOpenChoiceFirstAndThenTheSheet() {
    run(() -> dialogs.show(form("New table")));
    run(() -> lookup(".dialog-sheet .combo-box").queryComboBox().requestFocus());
    run(() -> lookup(".dialog-sheet .combo-box").queryComboBox().show());
    settle();
    push(KeyCode.ESCAPE);
    assertThat(fx(host::isOpen)).isTrue();
    assertThat(fx(() -> lookup(".dialog-sheet .combo-box").queryComboBox().isShowing())).isFalse();
    push(KeyCode.ESCAPE);
    assertThat(fx(host::isOpen)).isFalse();
  }

  @Test
  void enterPressesTheButtonThatHasTheFocusOnceAndInALineTheMainOne() {
    run(() -> dialogs.show(form("New table")));
    push(KeyCode.ENTER);
    assertThat(done).hasValue(1);
    run(() -> lookup(".dialog-sheet .combo-box").query().requestFocus());
    push(KeyCode.ENTER);
    assertThat(done).hasValue(2);
    run(() -> lookup("Cancel").queryButton().requestFocus());
    push(KeyCode.ENTER);
    assertThat(done).hasValue(2);
    assertThat(fx(host::isOpen)).isFalse();
  }

  @Test
  void aDestructiveQuestionIsNotConfirmedByAnEnterThatWasMeantForSomethingElse() {
    run(
        () ->
            dialogs.confirm(
                Confirmation.destructive("Revert?", "It drops a table.", "Revert"),
                done::incrementAndGet));
    push(KeyCode.ENTER);
    assertThat(done).hasValue(0);
  }

  @Test
  void aClickBesideASheetClosesItOnlyWhileNothingWasTyped() {
    run(() -> dialogs.show(dirty("Create tenants")));
    clickOn(offset(host, -700, -430));
    assertThat(fx(host::isOpen)).isFalse();
    run(() -> dialogs.show(dirty("Create tenants")));
    write("acme");
    clickOn(offset(host, -700, -430));
    assertThat(fx(host::isOpen)).isTrue();
    assertThat(name.get()).isEqualTo("acme");
    write("2");
    assertThat(name.get()).isEqualTo("acme2");
  }

  @Test
  void leavingASheetWithSomethingTypedAsksAndNamesWhatWouldBeLost() {
    run(() -> dialogs.show(dirty("Create tenants"), done::incrementAndGet));
    write("acme");
    push(KeyCode.ESCAPE);
    assertThat(lookup("Discard 1 name?").tryQuery()).isPresent();
    push(KeyCode.ENTER); // what has the focus loses nothing
    assertThat(owner()).isSameAs(field("name"));
    clickOn("Cancel");
    clickOn("Discard");
    assertThat(done).hasValue(1);
    assertThat(fx(host::isOpen)).isFalse();
    assertThat(owner()).isSameAs(page);
  }

  private Sheet form(String title) {
    FormBuilder form = new FormBuilder();
    form.text("name", "Name", name);
    form.choice("c", "Choice", List.of("a", "b"), text -> text, new SimpleObjectProperty<>("a"));
    form.check("d", "Check", new SimpleBooleanProperty());
    return new Sheet(title, form.build()).primary("Create", done::incrementAndGet);
  }

  private Sheet dirty(String title) {
    name.set("");
    return form(title).draft(new SheetDraft().typed("name", name).inWords(() -> "1 name"));
  }

  private static Confirmation typed(String wanted) {
    return new Confirmation(
        "Delete?", "All is lost.", List.of(), 0, List.of(), "Delete", true, Optional.of(wanted));
  }

  private Node owner() {
    return fx(() -> host.getScene().getFocusOwner());
  }

  private TextInputControl field(String label) {
    return lookup(".dialog-sheet .text-input").queryAllAs(TextInputControl.class).stream()
        .filter(input -> label.equalsIgnoreCase(input.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isInside(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof Sheet) {
        return true;
      }
    }
    return false;
  }
}
