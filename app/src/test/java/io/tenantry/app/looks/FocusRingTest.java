package io.tenantry.app.looks;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import io.tenantry.app.FxTest;
import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.SearchField;
import io.tenantry.app.controls.forms.Segments;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever works by keys sees where the keyboard is: enough of a control changes, and clearly. */
class FocusRingTest extends FxTest {
  private static final double CLEAR = 3;
  private static final double AROUND = 4;

  /** What can have the keyboard. */
  enum Subject {
    PRIMARY(() -> Buttons.primary("Deploy", () -> {})),
    NORMAL(() -> Buttons.normal("Open", () -> {})),
    QUIET(() -> Buttons.quiet("Format", Icon.FORMAT, () -> {})),
    DANGER(() -> Buttons.danger("Delete", () -> {})),
    SMALL(() -> Buttons.small(Buttons.normal("Upgrade", () -> {}))),
    ICON(() -> Buttons.icon(Icon.COPY, "Copy", () -> {})),
    LINK(() -> Buttons.link("See changes", () -> {})),
    MENU(() -> new MenuButton("More")),
    TOGGLE(() -> new ToggleButton("Review")),
    SEGMENTS(
        () ->
            Segments.of(
                "Theme", List.of("Light", "Dark"), x -> x, new SimpleObjectProperty<>("Dark"))),
    SWITCH(() -> new ToggleSwitch("Nightly")),
    CHECK_BOX(() -> new CheckBox("Carry data")),
    RADIO(() -> new RadioButton("All at once")),
    FIELD(() -> new TextField("Prod EU")),
    SEARCH(() -> new SearchField("Search", _ -> {})),
    AREA(() -> new TextArea("Two lines")),
    CHOICE(FocusRingTest::choice),
    TABS(() -> new TabPane(new Tab("Grid"), new Tab("SQL"))),
    ROWS(FocusRingTest::rows);

    private final Supplier<? extends Region> make;

    Subject(Supplier<? extends Region> make) {
      this.make = make;
    }
  }

  @AfterEach
  void backToLight() {
    run(() -> Themes.apply(Theme.LIGHT));
  }

  @ParameterizedTest
  @EnumSource
  void theKeyboardIsSeenInEveryTheme(Subject subject) {
    for (Theme theme : Theme.values()) {
      run(() -> Themes.apply(theme));
      Region control = fx(subject.make::get);
      FlowPane page = fx(() -> new FlowPane(control));
      page.setStyle("-fx-padding: 20px");
      page.getStyleClass().add("page");
      show(page);
      run(() -> page.requestFocus());
      focus(control, false);
      PixelReader before = fx(() -> around(page));
      focus(control, true);
      PixelReader after = fx(() -> around(page));
      Bounds place = fx(control::getBoundsInParent);
      assertThat(changed(before, after, place))
          .as("%s in %s: pixels that change by 3:1", subject, theme)
          .isGreaterThanOrEqualTo((int) Math.min(perimeter(place), 120));
    }
  }

  private static void focus(Node control, boolean isFocused) {
    run(
        () -> {
          for (String state : List.of("focused", "focus-visible", "focus-within")) {
            control.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), isFocused);
          }
        });
    settle();
  }

  private static double perimeter(Bounds place) {
    return 2 * (place.getWidth() + place.getHeight());
  }

  private static PixelReader around(Node page) {
    return page.snapshot(new SnapshotParameters(), (WritableImage) null).getPixelReader();
  }

  private static int changed(PixelReader before, PixelReader after, Bounds place) {
    int changed = 0;
    for (int y = (int) (place.getMinY() - AROUND); y < place.getMaxY() + AROUND; y++) {
      for (int x = (int) (place.getMinX() - AROUND); x < place.getMaxX() + AROUND; x++) {
        Shade was = Shade.of(before.getColor(x, y));
        if (was.contrast(Shade.of(after.getColor(x, y))) >= CLEAR) {
          changed++;
        }
      }
    }
    return changed;
  }

  private static ComboBox<String> choice() {
    ComboBox<String> choice = new ComboBox<>();
    choice.getItems().add("Confirm writes");
    choice.setValue("Confirm writes");
    return choice;
  }

  private static ListView<String> rows() {
    ListView<String> rows = new ListView<>();
    rows.getItems().addAll("users", "accounts");
    rows.getFocusModel().focus(0);
    rows.setPrefSize(240, 120);
    return rows;
  }
}
