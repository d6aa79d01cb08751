package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.figures.Meter;
import io.tenantry.app.controls.figures.MeterLine;
import io.tenantry.app.controls.figures.Pace;
import io.tenantry.app.controls.forms.FormBuilder;
import io.tenantry.app.controls.forms.FormField;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.state.Chip;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.controls.tables.DataTable;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.dialogs.Sheet;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.guard.GuardedChange;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * One opening of the sheet that creates one tenant, a list, or a CSV of names, and shows the ids
 * they get.
 */
public final class CreateTenantsSheet {
  private final CreateTenantsViewModel model;
  private final Dialogs dialogs;
  private final WriteGuard guard;
  private final FileDialogs files;
  private final TaskRunner tasks;
  private final Notices notices;

  public CreateTenantsSheet(
      CreateTenantsViewModel model,
      Dialogs dialogs,
      WriteGuard guard,
      FileDialogs files,
      TaskRunner tasks,
      Notices notices) {
    this.model = model;
    this.dialogs = dialogs;
    this.guard = guard;
    this.files = files;
    this.tasks = tasks;
    this.notices = notices;
  }

  /** Opens the sheet with a blueprint chosen; calls back when tenants were created. */
  void openFor(WorkspaceName blueprint, Runnable whenCreated) {
    open(whenCreated);
    model.blueprintProperty().set(blueprint);
  }

  /** Opens the sheet; calls back when tenants were created. */
  void open(Runnable whenCreated) {
    model.load();
    Sheet sheet =
        new Sheet(Text.of("tenants.create.title"), content())
            .subtitle(Text.of("tenants.create.subtitle"))
            .width(Sheet.Width.LARGE)
            .draft(model.draft());
    sheet.getStylesheets().add("io/tenantry/app/screens/tenants/tenants.css");
    sheet.primary(
        Text.of("tenants.create.action"), model.canCreate(), () -> ask(sheet, whenCreated));
    sheet.footer(footer());
    sheet.leavingWhileBusy(this::askToStop);
    model
        .working()
        .subscribe(
            works -> {
              sheet.busy(works);
              sheet.cancelLabel(Text.of(works ? "tenants.create.stopIt" : "dialogs.cancel"));
            });
    dialogs.show(sheet);
  }

  private void ask(Sheet sheet, Runnable whenCreated) {
    List<String> ids = model.wanted();
    String number = Figures.count(ids.size(), "tenant", "tenants");
    GuardedChange change =
        GuardedChange.normal(
                Text.of("tenants.create.question", number),
                Text.of("tenants.create.explain"),
                Text.of("tenants.create.button", number),
                Figures.count(ids.size()))
            .reaching(ids.size())
            .naming(ids);
    guard.run(change, () -> create(sheet, whenCreated));
  }

  private void create(Sheet sheet, Runnable whenCreated) {
    model.create(
        outcome -> {
          if (outcome.created() > 0) {
            whenCreated.run();
            notices.success(
                Text.of("tenants.created", Figures.count(outcome.created(), "tenant", "tenants")),
                Text.of("tenants.created.text", model.blueprintProperty().get()));
          }
          if (outcome.isWhole()) {
            sheet.close();
          } else {
            say(sheet, outcome);
          }
        });
  }

  /** What is left stands in the sheet, and why. */
  private void say(Sheet sheet, CreationRun.Outcome outcome) {
    String created = Figures.count(outcome.created());
    if (outcome.fault().isPresent()) {
      String left = Figures.count(outcome.left());
      String reason = ErrorPresenter.line(outcome.fault().get());
      sheet.fail(Problem.of(Text.of("tenants.create.stopped", created, left), reason, ""));
    } else if (!outcome.failed().isEmpty()) {
      sheet.fail(refusals(outcome));
    } else {
      String left = Figures.count(outcome.left());
      sheet.subtitle(Text.of("tenants.create.stopped", created, left));
    }
  }

  private static Problem refusals(CreationRun.Outcome outcome) {
    List<String> first =
        outcome.failed().stream()
            .limit(5)
            .map(refused -> refused.tenantId() + ": " + ErrorPresenter.line(refused.failure()))
            .toList();
    String failed = Figures.count(outcome.failed().size());
    return Problem.of(
        Text.of("tenants.create.some", Figures.count(outcome.created()), failed),
        String.join("\n", first),
        "");
  }

  private void askToStop() {
    Sheet question =
        new Sheet(Text.of("tenants.create.stop"), Labels.prose(Text.of("tenants.create.stop.text")))
            .width(Sheet.Width.SMALL)
            .cancelLabel(Text.of("tenants.create.stop.stay"));
    question.primary(
        Text.of("tenants.create.stop.act"),
        () -> {
          question.close();
          model.stop();
        });
    dialogs.show(question);
    model
        .working()
        .subscribe(
            isWorking -> {
              if (!isWorking) {
                question.close(); // there is nothing to stop any more
              }
            });
  }

  private Node content() {
    FormBuilder form = new FormBuilder();
    form.field("blueprint", Text.of("tenants.create.blueprint"), blueprintChoice())
        .help(Text.of("tenants.create.blueprintHelp"));
    form.choice(
        "home",
        Text.of("tenants.create.home"),
        model.homes(),
        TenantHome::words,
        model.homeProperty());
    FormField names =
        form.area("names", Text.of("tenants.create.names"), model.namesProperty(), 8)
            .help(Text.of("tenants.create.namesHelp"));
    names.control().getStyleClass().add("initial-focus");
    model.problem().subscribe(names::error);
    if (names.control() instanceof TextArea area) {
      area.setPromptText("Acme Ltd\nWayne Enterprises\nGlobex");
      area.setOnDragOver(CreateTenantsSheet::acceptFile);
      area.setOnDragDropped(this::dropped);
    }
    VBox left = form.build();
    left.disableProperty().bind(model.working());
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox both = new HBox(left, preview());
    both.getStyleClass().add("form-columns");
    return both;
  }

  private ComboBox<WorkspaceName> blueprintChoice() {
    ComboBox<WorkspaceName> combo = new ComboBox<>(model.choices());
    combo.valueProperty().bindBidirectional(model.blueprintProperty());
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setPlaceholder(Labels.muted(Text.of("tenants.create.noBlueprint")));
    return combo;
  }

  private Node preview() {
    DataTable<TenantNames.Named> table =
        new DataTable<>(
            Text.of("tenants.create.preview"),
            model.preview(),
            DataColumn.text(Text.of("tenants.create.name"), TenantNames.Named::name).grow(),
            DataColumn.mono(
                    Text.of("tenants.create.id"),
                    (TenantNames.Named named) -> named.usable() ? named.id() : "–")
                .grow(),
            DataColumn.<TenantNames.Named>chip(Text.of("tenants.create.state"), this::state)
                .unsorted()
                .tip(CreateTenantsSheet::why)
                .room(80, 88));
    model.taken().subscribe((_, _) -> table.refresh());
    table.whenEmpty(Labels.muted(Text.of("tenants.create.previewEmpty")));
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox box = new VBox(Labels.body(Text.of("tenants.create.preview")), table);
    box.getStyleClass().add("form-preview");
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private static String why(Chip.Content state) {
    return switch (state.tone()) {
      case WARNING -> Text.of("tenants.create.taken.tip");
      case DANGER -> Text.of("tenants.create.noId");
      default -> "";
    };
  }

  private Chip.Content state(TenantNames.Named named) {
    return model.taken().get().contains(named.id())
        ? new Chip.Content(Tone.WARNING, Text.of("tenants.create.taken"))
        : named.usable()
            ? new Chip.Content(Tone.NEUTRAL, Text.of("tenants.create.new"))
            : new Chip.Content(Tone.DANGER, Text.of("tenants.create.unusable"));
  }

  /** What is chosen; in its place how far the creation is while it runs. */
  private Node footer() {
    Button open = Buttons.normal(Text.of("tenants.create.csv"), Icon.FILE, this::chooseFile);
    Label unused = Labels.cutAtEnd(Labels.body(""));
    unused.getStyleClass().add("text-warning");
    unused.textProperty().bind(model.unused());
    HBox choice = Panels.row(open, counted(), unused);
    choice.visibleProperty().bind(model.working().map(works -> !works));
    StackPane place = new StackPane(choice, progress());
    place.getStyleClass().add("create-progress");
    HBox.setHgrow(place, Priority.ALWAYS);
    return place;
  }

  private Node progress() {
    MeterLine line = new MeterLine();
    line.visibleProperty().bind(model.working());
    line.setMaxHeight(Region.USE_PREF_SIZE);
    model.progress().subscribe(far -> show(line, far));
    return line;
  }

  private static void show(MeterLine line, CreationRun.Progress far) {
    line.meter()
        .show(
            far.total(),
            List.of(
                new Meter.Part(Tone.SUCCESS, far.created()),
                new Meter.Part(Tone.DANGER, far.failed())));
    line.say(words(far));
  }

  /** How many, how fast, and how long it still takes. */
  static String words(CreationRun.Progress far) {
    Pace pace = far.pace();
    List<String> words = new ArrayList<>();
    words.add(
        Text.of("tenants.create.of", Figures.count(far.created()), Figures.count(far.total())));
    if (far.failed() > 0) {
      words.add(Text.of("tenants.create.failed", Figures.count(far.failed())));
    }
    if (pace.perSecond() > 0) {
      words.add(Text.of("tenants.create.rate", Figures.count(Math.round(pace.perSecond()))));
    }
    pace.roughly()
        .map(left -> Text.of("tenants.create.left", Figures.duration(left)))
        .ifPresent(words::add);
    return String.join(" · ", words);
  }

  private Label counted() {
    Label label = Labels.muted("");
    model.preview().subscribe(() -> label.setText(countedWords()));
    model.taken().subscribe((_, _) -> label.setText(countedWords()));
    return label;
  }

  private String countedWords() {
    String all = Figures.count(model.preview().size(), "tenant", "tenants");
    int taken = model.taken().get().size();
    return taken == 0 ? all : Text.of("tenants.create.some.taken", all, taken);
  }

  private void chooseFile() {
    files.open(Text.of("tenants.create.csvTitle"), FileDialogs.FileKind.CSV).ifPresent(this::read);
  }

  private void read(Path file) {
    tasks
        .call("tenants.readCsv", () -> Files.readString(file))
        .onSuccess(model.namesProperty()::set)
        .start();
  }

  private static void acceptFile(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    event.getDragboard().getFiles().stream().findFirst().ifPresent(file -> read(file.toPath()));
    event.setDropCompleted(true);
    event.consume();
  }
}
