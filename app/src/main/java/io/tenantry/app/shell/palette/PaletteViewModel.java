package io.tenantry.app.shell.palette;

import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.Project;
import io.tenantry.contract.error.EngineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the palette offers for what was typed: commands and places at once, things of the engine
 * soon. Nothing typed: what was chosen last. UI thread.
 */
public final class PaletteViewModel {
  private static final Duration REST = Duration.ofMillis(90);
  private static final int MOST = 60;

  private final TaskRunner tasks;
  private final Navigator navigator;
  private final EngineThings things;
  private final Supplier<List<PaletteEntry>> commands;
  private final Supplier<Optional<OpenConnection>> connection;
  private final Function<OpenConnection, ProjectMemory> memories;
  private final ObservableList<PaletteEntry> found = FXCollections.observableArrayList();
  private final ObservableList<PaletteEntry> readOnly =
      FXCollections.unmodifiableObservableList(found);
  private final Object names = new Object();
  private final Object parts = new Object();
  private final Set<Object> asked = new HashSet<>();
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Optional<Recents> recents = Optional.empty();
  private TaskRunner.Handle waiting = () -> {};
  private List<PaletteEntry> fixed = List.of();
  private List<PaletteEntry> named = List.of();
  private List<PaletteEntry> contained = List.of();
  private List<PaletteEntry> tenants = List.of();
  private String typed = "";

  /**
   * Creates it.
   *
   * @param commands what the window offers now: commands, places, connections
   * @param connection what is open
   * @param memories what an open project remembers
   */
  public PaletteViewModel(
      TaskRunner tasks,
      Navigator navigator,
      Supplier<List<PaletteEntry>> commands,
      Supplier<Optional<OpenConnection>> connection,
      Function<OpenConnection, ProjectMemory> memories) {
    this.tasks = tasks;
    this.navigator = navigator;
    this.things = new EngineThings(navigator);
    this.commands = commands;
    this.connection = connection;
    this.memories = memories;
  }

  /** Returns what fits, the best first; read-only. */
  ObservableList<PaletteEntry> found() {
    return readOnly;
  }

  /** Returns whether the engine has still to say what fits. */
  ReadOnlyBooleanProperty searching() {
    return searching.getReadOnlyProperty();
  }

  /** Returns why the engine cannot say what there is; empty while it can. */
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  private void notAnswered(EngineException error) {
    problem.set(ErrorPresenter.line(error));
  }

  /** Begins anew, and asks the engine what there is. */
  void open() {
    fixed = commands.get();
    named = List.of();
    contained = List.of();
    problem.set("");
    recents = connection.get().map(open -> new Recents(memories.apply(open), navigator));
    search("");
    connection.get().map(OpenConnection::project).ifPresent(this::load);
  }

  /** Stops asking. */
  void closed() {
    waiting.close();
    tasks.forget(names);
    tasks.forget(parts);
    tasks.forget(this);
    asked.clear();
    searching.set(false);
  }

  /** Does what an entry does, and remembers it. */
  void run(PaletteEntry entry) {
    recents.ifPresent(kept -> kept.chosen(entry));
    entry.run().run();
  }

  /** Shows what fits. */
  void search(String text) {
    typed = text;
    tenants = List.of();
    waiting.close();
    tasks.forget(this);
    answered(this);
    if (!text.isBlank()) {
      connection.get().map(OpenConnection::project).ifPresent(this::searchSoon);
    }
    show();
  }

  private void searchSoon(Project project) {
    ask(this);
    waiting = tasks.after(REST, () -> searchTenants(project));
  }

  private void ask(Object what) {
    asked.add(what);
    searching.set(true);
  }

  private void answered(Object what) {
    asked.remove(what);
    searching.set(!asked.isEmpty());
  }

  /** A project that cannot be asked now has commands and places all the same. */
  private void load(Project project) {
    ask(names);
    ask(parts);
    tasks
        .call("palette.names", () -> things.names(project))
        .onSuccess(
            answer -> {
              named = answer;
              show();
            })
        .onFailure(this::notAnswered)
        .onDone(() -> answered(names))
        .latest(names)
        .start();
    tasks
        .call("palette.parts", () -> things.parts(project))
        .onSuccess(
            answer -> {
              contained = answer;
              show();
            })
        .onFailure(this::notAnswered)
        .onDone(() -> answered(parts))
        .latest(parts)
        .start();
  }

  private void searchTenants(Project project) {
    String text = typed.strip();
    tasks
        .call("palette.tenants", () -> things.tenants(project, text))
        .onSuccess(
            answer -> {
              tenants = answer;
              show();
            })
        .onFailure(this::notAnswered)
        .onDone(() -> answered(this))
        .latest(this)
        .start();
  }

  private void show() {
    List<PaletteEntry> next = typed.isBlank() ? beginning() : fitting();
    if (!next.equals(found)) {
      found.setAll(next);
    }
  }

  private List<PaletteEntry> beginning() {
    List<PaletteEntry> first = recents.map(kept -> kept.entries(everything())).orElse(List.of());
    return distinct(Stream.concat(first.stream(), fixed.stream()));
  }

  private List<PaletteEntry> fitting() {
    Likeness likeness = new Likeness(typed);
    record Fit(PaletteEntry entry, int likeness) {}
    Stream<PaletteEntry> fit =
        Stream.concat(everything().stream(), tenants.stream())
            .map(entry -> new Fit(entry, entry.likeness(likeness)))
            .filter(each -> each.likeness() != Likeness.NONE)
            .sorted(Comparator.comparingInt(Fit::likeness).reversed())
            .map(Fit::entry);
    return distinct(fit);
  }

  private List<PaletteEntry> everything() {
    List<PaletteEntry> all = new ArrayList<>(fixed);
    all.addAll(named);
    all.addAll(contained);
    return all;
  }

  private static List<PaletteEntry> distinct(Stream<PaletteEntry> entries) {
    Set<String> seen = new HashSet<>();
    return entries.filter(entry -> seen.add(entry.id())).limit(MOST).toList();
  }
}
