package io.tenantry.app.looks;

import static io.tenantry.app.looks.Pages.columns;
import static io.tenantry.app.looks.Pages.disabled;
import static io.tenantry.app.looks.Pages.flow;
import static io.tenantry.app.looks.Pages.in;
import static io.tenantry.app.looks.Pages.page;
import static io.tenantry.app.looks.Pages.part;

import atlantafx.base.controls.ToggleSwitch;
import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.KeyHint;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.SearchField;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.controls.forms.Segments;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Type, icons, buttons, choices and fields. */
final class ControlPages {
  private ControlPages() {}

  static Region type() {
    Label code = Labels.mono("CREATE TABLE users (id INTEGER PRIMARY KEY)");
    Label prose =
        Labels.prose(
            "Prose is at most 520 wide, so that a sentence can be read without losing the line: a"
                + " tenant's database is created by writing the image of its version.");
    prose.getStyleClass().add("text-prose");
    Label inherited = Labels.figure("1,204");
    return page(
        "Type and icons",
        columns(
            part(
                "Type",
                Labels.pageTitle("Page title 18"),
                Labels.title("Section, sheet, panel title 15"),
                Labels.heading("Card title 13"),
                Labels.strong("Row name 13 medium"),
                Labels.body("Body 13"),
                Labels.muted("Muted 13"),
                Labels.caption("Caption 12"),
                Labels.overline("Overline 11"),
                code,
                prose),
            part(
                "Figures and colours",
                inherited,
                Labels.figureUnit("per second"),
                toned("text-success", "Success"),
                toned("text-warning", "Warning"),
                toned("text-danger", "Danger"),
                toned("text-info", "Information"),
                toned("text-accent", "Accent"),
                toned("text-subtle", "Subtle"),
                Labels.code("--data DIR"),
                new KeyHint("Shortcut+Shift+K"))),
        part("Icons, one per meaning", icons()));
  }

  static Region buttons() {
    return page(
        "Buttons and choices",
        row("Accent", () -> Buttons.primary("Deploy…", Icon.DEPLOYMENTS, () -> {})),
        row("Normal", () -> Buttons.normal("Open workspace", Icon.WORKSPACES, () -> {})),
        row("Flat", () -> Buttons.quiet("Format", Icon.FORMAT, () -> {})),
        row("Danger", () -> Buttons.danger("Undo 117 tenants", () -> {})),
        row("Danger, flat", () -> dangerous("Delete for good")),
        row("Small", () -> Buttons.small(Buttons.normal("Upgrade", () -> {}))),
        row("Icon", () -> Buttons.icon(Icon.COPY, "Copy", () -> {})),
        row("Link", () -> Buttons.link("See changes", () -> {})),
        row("Menu", ControlPages::menu),
        columns(
            part(
                "Check boxes",
                row(() -> new CheckBox("Carry data statements")),
                row(() -> in(ticked("Ticked"))),
                row(ControlPages::partly),
                row(ControlPages::radio),
                row(() -> toggle(false)),
                row(() -> toggle(true))),
            part(
                "Segments and toggles",
                segments(false),
                segments(true),
                in(segments(false), "focus-visible"),
                disabled(segments(false)),
                flow(toggled(false), toggled(true), in(toggled(false), "focus-visible")))));
  }

  static Region fields() {
    FormBuilder form = new FormBuilder();
    form.text("name", "Name", text("Prod EU")).help("As it is shown in the header.");
    form.mono("url", "Address", text("https://eu.example.com:8443")).optional();
    form.text("group", "Group", text("")).prompt("Production");
    form.beside(2);
    form.secret("key", "API key", text("secret"));
    form.choice("level", "Guard level", List.of("Open", "Confirm writes"), x -> x, choice());
    form.area("note", "Note", text("Two lines\nof words"), 2);
    form.check("carry", "Carry data statements into tenants", new SimpleBooleanProperty(true));
    form.error("url", "No engine answers at this address");
    FormBuilder invalid = new FormBuilder();
    invalid.text("id", "Tenant", text("Acme Bank"));
    invalid.error("id", "Lower-case letters, digits, - and _ only");
    TextField empty = field("");
    empty.setPromptText("state:ready blueprint:fintech version<1.4 acme");
    TextField focused = field("");
    focused.setPromptText("The prompt stays while the field has the focus");
    return page(
        "Fields",
        columns(
            part("A form", form.build()),
            part(
                "States",
                invalid.build(),
                empty,
                in(focused, "focused"),
                in(field("Hovered"), "hover"),
                disabled(field("Disabled")),
                new SearchField("Search tables, columns", _ -> {}),
                CopyField.plain("file:/var/lib/tenantry/tenants/acme.db").named("Address"),
                CopyField.secret("secret").named("Password"),
                CopyField.code("inc_7f3a9c"),
                combo(),
                in(combo(), "focused"))));
  }

  private static FlowPane icons() {
    FlowPane icons = flow();
    for (Icon icon : Icon.values()) {
      Label name = Labels.caption(icon.name().toLowerCase(Locale.ROOT));
      name.setMinWidth(Region.USE_PREF_SIZE);
      VBox cell = new VBox(4, Icons.of(icon), name);
      cell.setPrefWidth(120);
      icons.getChildren().add(cell);
    }
    return icons;
  }

  private static FlowPane row(String name, Supplier<? extends Node> make) {
    Label label = Labels.caption(name);
    label.setMinWidth(100);
    FlowPane row = row(make);
    row.getChildren().addFirst(label);
    return row;
  }

  private static FlowPane row(Supplier<? extends Node> make) {
    return flow(
        Stream.of(
                make.get(),
                in(make.get(), "hover"),
                in(make.get(), "armed"),
                in(make.get(), "focused", "focus-visible"),
                disabled(make.get()))
            .toArray(Node[]::new));
  }

  private static Label toned(String styleClass, String text) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }

  private static Button dangerous(String text) {
    Button button = Buttons.quiet(text, Icon.DELETE_FOR_GOOD, () -> {});
    button.getStyleClass().add("danger");
    return button;
  }

  private static MenuButton menu() {
    MenuButton menu = Buttons.menu("More");
    menu.getItems().add(new MenuItem("Export"));
    return menu;
  }

  private static CheckBox ticked(String text) {
    CheckBox box = new CheckBox(text);
    box.setSelected(true);
    return box;
  }

  private static CheckBox partly() {
    CheckBox box = new CheckBox("Some of them");
    box.setAllowIndeterminate(true);
    box.setIndeterminate(true);
    return box;
  }

  private static RadioButton radio() {
    RadioButton button = new RadioButton("All at once");
    button.setSelected(true);
    return button;
  }

  private static ToggleSwitch toggle(boolean on) {
    ToggleSwitch toggle = new ToggleSwitch("Nightly backups");
    toggle.setSelected(on);
    return toggle;
  }

  private static ToggleButton toggled(boolean on) {
    ToggleButton button = new ToggleButton("Review", Icons.of(Icon.SCRIPT));
    button.setSelected(on);
    return button;
  }

  private static Segments<String> segments(boolean small) {
    List<String> values = List.of("Follow the system", "Light", "Dark", "High contrast");
    var chosen = new SimpleObjectProperty<>("Dark");
    return small
        ? Segments.small("Theme", values, x -> x, chosen)
        : Segments.of("Theme", values, x -> x, chosen);
  }

  private static TextField field(String text) {
    TextField field = new TextField(text);
    field.setAccessibleText("Field");
    return field;
  }

  private static ComboBox<String> combo() {
    ComboBox<String> combo = new ComboBox<>();
    combo.setAccessibleText("Guard level");
    combo.getItems().addAll("Confirm writes", "Read-only");
    combo.setValue("Confirm writes");
    return combo;
  }

  private static SimpleStringProperty text(String value) {
    return new SimpleStringProperty(value);
  }

  private static SimpleObjectProperty<String> choice() {
    return new SimpleObjectProperty<>("Confirm writes");
  }
}
