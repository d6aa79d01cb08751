package io.tenantry.app.screens.settings;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.cards.Facts;
import io.tenantry.app.controls.cards.SettingLine;
import io.tenantry.app.controls.forms.ChoiceWords;
import io.tenantry.app.controls.forms.Segments;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.dialogs.FolderOpener;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.settings.Density;
import io.tenantry.app.settings.ThemeChoice;
import io.tenantry.app.settings.UiScale;
import io.tenantry.app.settings.WindowSettings;
import io.tenantry.app.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The look, the folders, and what this console is. Each choice takes effect at once. UI thread. */
public final class SettingsView implements Screen {
  private final WindowSettings settings;
  private final ProgramFacts about;
  private final FolderOpener folders;
  private final Notices notices;
  private final PageHead head = new PageHead(Text.of("settings.title"));
  private final HBox root;

  /** Creates the screen. */
  public SettingsView(
      WindowSettings settings, ProgramFacts about, FolderOpener folders, Notices notices) {
    this.settings = settings;
    this.about = about;
    this.folders = folders;
    this.notices = notices;
    head.captionProperty().set(Text.of("settings.caption"));
    VBox content = new VBox();
    content.getStyleClass().addAll("page", "reading-page");
    ScrollPane page = new ScrollPane(content);
    page.setFitToWidth(true);
    page.getStyleClass().add("settings-page");
    HBox.setHgrow(page, Priority.ALWAYS);
    SectionIndex index = new SectionIndex(Text.of("settings.sections"), page);
    add(content, index, "settings.appearance", appearance());
    add(content, index, "settings.folders", folders());
    add(content, index, "settings.about", about());
    root = new HBox(index, page);
    root.getStyleClass().add("settings-screen");
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public PageHead head() {
    return head;
  }

  private static void add(VBox content, SectionIndex index, String key, Node body) {
    Region section = Panels.section(Text.of(key), body);
    content.getChildren().add(section);
    index.add(Text.of(key), section);
  }

  private Node appearance() {
    return SettingLine.lines(
        line(
            "settings.theme",
            Segments.of(
                Text.of("settings.theme"),
                List.of(ThemeChoice.values()),
                theme -> Text.of("shell.theme." + lower(theme)),
                settings.themeProperty())),
        line(
            "settings.density",
            Segments.of(
                Text.of("settings.density"),
                List.of(Density.values()),
                density -> Text.of("settings.density." + lower(density)),
                settings.densityProperty())),
        line("settings.scale", scale()));
  }

  private ComboBox<UiScale> scale() {
    ComboBox<UiScale> choice = new ComboBox<>(FXCollections.observableArrayList(UiScale.values()));
    choice.setConverter(
        new ChoiceWords<>(scale -> Text.of("settings.scale.percent", scale.percent())));
    choice.valueProperty().bindBidirectional(settings.scaleProperty());
    choice.setAccessibleText(Text.of("settings.scale"));
    choice.setMinWidth(Region.USE_PREF_SIZE);
    return choice;
  }

  private Node folders() {
    return SettingLine.lines(
        folder("settings.data", about.dataFolder()),
        folder("settings.config", about.configFolder()));
  }

  private SettingLine folder(String key, Path folder) {
    Label path = Labels.cutInside(Labels.mono(folder.toString()));
    path.getStyleClass().add("folder-path");
    return line(
        key,
        path,
        CopyField.copyButton(Text.of("settings.folder.copy"), folder::toString),
        Buttons.icon(Icon.FOLDER, Text.of("settings.folder.open"), () -> open(folder)));
  }

  private void open(Path folder) {
    folders.open(
        folder,
        () ->
            notices
                .window()
                .info(Text.of("settings.folder.shut"), Text.of("settings.folder.shut.text")));
  }

  private Node about() {
    Facts facts =
        new Facts()
            .add(Text.of("settings.version"), about.version())
            .add(Text.of("settings.java"), java())
            .add(Text.of("settings.javafx"), System.getProperty("javafx.runtime.version", ""))
            .add(Text.of("settings.system"), system());
    for (int line = 1; line <= 2; line++) {
      facts.sentence(
          Text.of("settings.licence." + line), Text.of("settings.licence." + line + ".text"));
    }
    return facts;
  }

  private static String java() {
    return Runtime.version() + " (" + System.getProperty("java.vendor", "") + ")";
  }

  private static String system() {
    return System.getProperty("os.name", "") + " " + System.getProperty("os.version", "");
  }

  private static SettingLine line(String key, Node... controls) {
    return new SettingLine(Text.of(key), Text.of(key + ".help"), controls);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
