package io.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.controls.sql.SqlEditor;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.controls.tiles.TileMap;
import io.tenantry.app.controls.tiles.TileState;
import io.tenantry.app.looks.StyleComplaints;
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LooksTest extends FxTest {
  @ParameterizedTest
  @EnumSource
  void everyNameThatAStyleLooksUpIsDefined(Theme theme) {
    assertThat(complaintsAbout(theme, LooksTest::everything)).isEmpty();
  }

  /** A cell of a popup that closes is styled when no list is around it any more. */
  @ParameterizedTest
  @EnumSource
  void whatCellsLookUpIsThereOutsideOfLists(Theme theme) {
    assertThat(
            complaintsAbout(
                theme,
                () -> {
                  Label cell = new Label("cell");
                  cell.setStyle(
                      "-fx-text-fill: -color-cell-fg; -fx-background-color:"
                          + " -color-cell-bg-selected, -color-cell-border, -color-header-bg");
                  return new VBox(cell);
                }))
        .isEmpty();
  }

  private List<String> complaintsAbout(Theme theme, Callable<Parent> root) {
    try (StyleComplaints complaints = new StyleComplaints()) {
      run(() -> Themes.apply(theme));
      Scene scene = show(fx(root));
      run(() -> scene.snapshot(null));
      return complaints.all();
    } finally {
      run(() -> Themes.apply(Theme.LIGHT));
    }
  }

  private static VBox everything() {
    FormBuilder form = new FormBuilder();
    form.text("a", "A", new SimpleStringProperty("a"));
    form.area("b", "B", new SimpleStringProperty("b"), 2);
    form.choice("c", "C", List.of("x"), text -> text, new SimpleObjectProperty<>("x"));
    form.check("d", "D", new SimpleBooleanProperty(true));
    form.error("a", "wrong");
    SqlEditor editor = new SqlEditor();
    editor.load("SELECT 'x', 1 -- y");
    TableView<String> table = new TableView<>();
    table.getColumns().add(new TableColumn<>("Column"));
    table.getItems().add("row");
    TileMap tiles = new TileMap();
    tiles.show(new byte[] {TileState.DONE.kept(), TileState.FAILED.kept()});
    VBox all =
        new VBox(
            Buttons.primary("Primary", () -> {}),
            Buttons.danger("Danger", () -> {}),
            new KeyHint("Shortcut+K"),
            CopyField.secret("secret"),
            form.build(),
            editor,
            table,
            tiles,
            new ProgressBar(0.5),
            new TabPane(new Tab("Tab")),
            new TreeView<>(),
            new RangeSlider(),
            new ToggleSwitch("Switch"),
            new StatusBar());
    for (Tone tone : Tone.values()) {
      all.getChildren().add(new Chip(tone, tone.name()));
    }
    return all;
  }
}
