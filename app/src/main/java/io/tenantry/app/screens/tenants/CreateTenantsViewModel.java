package io.tenantry.app.screens.tenants;

import io.tenantry.app.dialogs.SheetDraft;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.Region;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.Tenants;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceSummary;
import io.tenantry.contract.workspaces.Workspaces;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One opening of the sheet that creates one tenant, a list, or a CSV of ten thousand. */
public final class CreateTenantsViewModel {
  private final Tenants tenants;
  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final List<TenantHome> homes;
  private final SheetDraft draft;
  private final TakenIds taken;
  private final Set<String> made = new HashSet<>(); // ids by this sheet: no name gets them again
  private Optional<CreationRun> running = Optional.empty();

  private final StringProperty names = new SimpleStringProperty("");
  private final ObjectProperty<WorkspaceName> blueprint = new SimpleObjectProperty<>();
  private final ObjectProperty<TenantHome> home = new SimpleObjectProperty<>(TenantHome.SHARED);
  private final ObservableList<WorkspaceName> choices = FXCollections.observableArrayList();
  private final ObservableList<TenantNames.Named> preview = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper unused = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper canCreate = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<CreationRun.Progress> progress =
      new ReadOnlyObjectWrapper<>(CreationRun.Progress.NONE);

  public CreateTenantsViewModel(
      Tenants tenants,
      Workspaces workspaces,
      List<Region> regions,
      TextJournal texts,
      TaskRunner tasks) {
    this.tenants = tenants;
    this.workspaces = workspaces;
    this.tasks = tasks;
    this.homes = TenantHome.all(regions);
    this.taken = new TakenIds(tenants, tasks);
    taken.taken().subscribe((_, _) -> refresh());
    this.draft =
        new SheetDraft()
            .typed("names", names)
            .chosen("blueprint", blueprint, WorkspaceName::value, CreateTenantsViewModel::name)
            .chosen("home", home, TenantHome::words, this::home)
            .inWords(this::typedWords)
            .keptIn(texts, "tenants.create");
    names.subscribe((_, text) -> read(text));
    blueprint.subscribe((_, _) -> refresh());
  }

  private static Optional<WorkspaceName> name(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new WorkspaceName(text));
  }

  private Optional<TenantHome> home(String words) {
    return homes.stream().filter(each -> each.words().equals(words)).findFirst();
  }

  private String typedWords() {
    return preview.isEmpty()
        ? Text.of("dialogs.typed")
        : Figures.count(
            preview.size(), Text.of("tenants.create.one"), Text.of("tenants.create.many"));
  }

  /** What was typed and not sent yet. */
  SheetDraft draft() {
    return draft;
  }

  /** Names, one per line or as CSV. */
  StringProperty namesProperty() {
    return names;
  }

  ObjectProperty<WorkspaceName> blueprintProperty() {
    return blueprint;
  }

  /** Where their databases will live. */
  ObjectProperty<TenantHome> homeProperty() {
    return home;
  }

  /** The shared host, then a host of its own in each region. */
  List<TenantHome> homes() {
    return homes;
  }

  ObservableList<WorkspaceName> choices() {
    return choices;
  }

  /** Names and the ids they get. */
  ObservableList<TenantNames.Named> preview() {
    return preview;
  }

  /** The ids that tenants have already. */
  ReadOnlyObjectProperty<Set<String>> taken() {
    return taken.taken();
  }

  /** Which columns of what was typed or opened are not used; empty when all are. */
  ReadOnlyStringProperty unused() {
    return unused.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canCreate() {
    return canCreate.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty working() {
    return working.getReadOnlyProperty();
  }

  /** How far the creation is that runs, or ran last. */
  ReadOnlyObjectProperty<CreationRun.Progress> progress() {
    return progress.getReadOnlyProperty();
  }

  /** Loads the blueprints to choose from. */
  void load() {
    tasks.call("tenants.blueprints", workspaces::list).onSuccess(this::offer).latest(this).start();
  }

  private void offer(List<WorkspaceSummary> found) {
    WorkspaceName before = blueprint.get();
    choices.setAll(WorkspaceSummary.blueprints(found));
    blueprint.set(choices.contains(before) ? before : choices.stream().findFirst().orElse(null));
  }

  private void read(String text) {
    try {
      TenantNames.Listed listed = TenantNames.fromCsv(text, made);
      preview.setAll(listed.names());
      unused.set(unusedWords(listed));
      problem.set("");
    } catch (EngineException e) {
      preview.clear();
      unused.set("");
      problem.set(ErrorPresenter.line(e));
    }
    look();
    refresh();
  }

  /** What this sheet makes itself is not looked for meanwhile. */
  private void look() {
    if (!working.get()) {
      taken.look(new HashSet<>(wanted()));
    }
  }

  /** What is dropped is said: it may be what the user meant. */
  private static String unusedWords(TenantNames.Listed listed) {
    String columns = String.join(", ", listed.unused());
    if (columns.isEmpty()) {
      return "";
    }
    return listed.column().isEmpty()
        ? Text.of("tenants.create.unused.numbers", columns)
        : Text.of("tenants.create.unused", listed.column(), columns);
  }

  private void refresh() {
    boolean anyUsable = wanted().stream().anyMatch(id -> !taken.taken().get().contains(id));
    canCreate.set(anyUsable && blueprint.get() != null && !working.get());
  }

  /** The ids that will be made. */
  List<String> wanted() {
    return preview.stream().filter(TenantNames.Named::usable).map(TenantNames.Named::id).toList();
  }

  /** Creates all usable ones; a name leaves the sheet as soon as its tenant is there. */
  void create(Consumer<CreationRun.Outcome> then) {
    TenantDatabaseRequest database = home.get().request(blueprint.get());
    CreationRun run = new CreationRun(tenants, tasks, wanted(), database, follower(then));
    running = Optional.of(run);
    working.set(true);
    refresh();
    run.start();
  }

  /** Stops after the tenants that are being made now; the names that are left stay. */
  void stop() {
    running.ifPresent(CreationRun::stop);
  }

  private CreationRun.Follower follower(Consumer<CreationRun.Outcome> then) {
    return new CreationRun.Follower() {
      @Override
      public void reached(CreationRun.Progress far, Set<TenantId> now) {
        progress.set(far);
        leaveOut(now);
      }

      @Override
      public void ended(CreationRun.Outcome outcome) {
        running = Optional.empty();
        working.set(false);
        look();
        refresh();
        then.accept(outcome);
      }
    };
  }

  private void leaveOut(Set<TenantId> now) {
    if (now.isEmpty()) {
      return;
    }
    Set<String> ids = now.stream().map(TenantId::value).collect(Collectors.toSet());
    made.addAll(ids);
    names.set(
        TenantNames.text(
            preview.stream()
                .filter(named -> !ids.contains(named.id()))
                .map(TenantNames.Named::name)
                .toList()));
  }
}
