package io.tenantry.app.screens.settings;

import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.settings.Density;
import io.tenantry.app.settings.Settings;
import io.tenantry.app.settings.ThemeChoice;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The look, the folders, and what this console is. Each choice takes effect at once. UI thread. */
public final class SettingsView implements Screen {
  private final Settings settings;
  private final About about;
  private final PageHead head = new PageHead(Text.of("settings.title"));
  private final ScrollPane page;

  /** Creates the screen. */
  public SettingsView(Settings settings, About about) {
    this.settings = settings;
    this.about = about;
    VBox content = Panels.page(appearance(), folders(), aboutCard());
    VBox.setVgrow(content.getChildren().getLast(), Priority.NEVER);
    content.getStyleClass().add("settings-page");
    page = new ScrollPane(content);
    page.setFitToWidth(true);
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public PageHead head() {
    return head;
  }

  private Node appearance() {
    return Panels.section(
        Text.of("settings.appearance"),
        Panels.column(
            line(
                "settings.theme",
                choice(
                    List.of(ThemeChoice.values()),
                    theme -> Text.of("shell.theme." + lower(theme)),
                    settings.themeProperty())),
            line(
                "settings.density",
                choice(
                    List.of(Density.values()),
                    density -> Text.of("settings.density." + lower(density)),
                    settings.densityProperty()))));
  }

  private Node folders() {
    return Panels.section(
        Text.of("settings.folders"),
        Panels.column(
            line("settings.data", CopyField.plain(about.dataFolder().toString())),
            line("settings.config", CopyField.plain(about.configFolder().toString()))));
  }

  private Node aboutCard() {
    VBox lines =
        Panels.column(
            line("settings.version", Labels.mono(about.version())),
            line("settings.java", Labels.mono(java())),
            line("settings.javafx", Labels.mono(System.getProperty("javafx.runtime.version", ""))),
            line("settings.system", Labels.mono(system())),
            line("settings.licence", Labels.prose(Text.of("settings.licence.text"))));
    return Panels.section(Text.of("settings.about"), lines);
  }

  private static String java() {
    return Runtime.version() + " (" + System.getProperty("java.vendor", "") + ")";
  }

  private static String system() {
    return System.getProperty("os.name", "") + " " + System.getProperty("os.version", "");
  }

  private static Node line(String key, Node control) {
    Label name = Labels.body(Text.of(key));
    name.getStyleClass().add("settings-name");
    Label help = Labels.caption(Text.has(key + ".help") ? Text.of(key + ".help") : "");
    help.setWrapText(true);
    help.managedProperty().bind(help.textProperty().isNotEmpty());
    VBox words = new VBox(name, help);
    words.getStyleClass().add("settings-words");
    HBox.setHgrow(control, Priority.ALWAYS);
    HBox row = Panels.row(words, control);
    row.getStyleClass().add("settings-line");
    return row;
  }

  private static <T> HBox choice(List<T> options, Function<T, String> words, Property<T> value) {
    ToggleGroup group = new ToggleGroup();
    HBox box = new HBox();
    box.getStyleClass().add("segmented");
    for (T option : options) {
      ToggleButton button = new ToggleButton(words.apply(option));
      button.setToggleGroup(group);
      button.setUserData(option);
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            value.setValue(option);
          });
      value.subscribe(now -> button.setSelected(option.equals(now)));
      box.getChildren().add(button);
    }
    HBox shrunk = new HBox(box);
    shrunk.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return shrunk;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
