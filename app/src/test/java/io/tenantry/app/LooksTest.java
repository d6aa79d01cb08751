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
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
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
  private static final Logger CSS = Logger.getLogger("javafx.css");

  @ParameterizedTest
  @EnumSource
  void everyNameThatAStyleLooksUpIsDefined(Theme theme) {
    List<String> complaints = new CopyOnWriteArrayList<>();
    Handler listener = collectingInto(complaints);
    CSS.addHandler(listener);
    try {
      run(() -> Themes.apply(theme));
      Scene scene = show(fx(LooksTest::everything));
      run(() -> scene.snapshot(null));
    } finally {
      CSS.removeHandler(listener);
      run(() -> Themes.apply(Theme.LIGHT));
    }
    assertThat(complaints).isEmpty();
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

  private static Handler collectingInto(List<String> complaints) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
          complaints.add(record.getMessage());
        }
      }

      @Override
      public void flush() {
        // nothing is kept back
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }
}
