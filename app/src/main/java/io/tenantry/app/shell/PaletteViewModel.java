package io.tenantry.app.shell;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.fx.Command;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Project;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.TenantFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the palette offers for what was typed: commands at once, things of the engine soon. UI
 * thread.
 */
final class PaletteViewModel {
  private static final int MOST_THINGS = 8;

  private final ShellViewModel model;
  private final TaskRunner tasks;
  private final Supplier<List<Command>> commands;
  private final ObservableList<PaletteEntry> found = FXCollections.observableArrayList();
  private List<PaletteEntry> fixed = List.of();
  private String typed = "";

  PaletteViewModel(ShellViewModel model, TaskRunner tasks, Supplier<List<Command>> commands) {
    this.model = model;
    this.tasks = tasks;
    this.commands = commands;
  }

  ObservableList<PaletteEntry> found() {
    return found;
  }

  /** Begins anew with everything that can be done here. */
  void open() {
    List<PaletteEntry> all = new ArrayList<>();
    for (Route route : model.sidebar()) {
      all.add(
          new PaletteEntry(
              Sidebar.iconOf(route),
              Text.of("shell.go", Text.of(route.titleKey())),
              "",
              ShellKeys.keysOf(route),
              () -> model.navigator().go(route)));
    }
    for (Command command : commands.get()) {
      all.add(new PaletteEntry(Feather.ZAP, command.title(), "", command.keys(), command.run()));
    }
    for (Connection connection : model.book().all()) {
      all.add(
          new PaletteEntry(
              Feather.LINK_2,
              Text.of("shell.palette.open", connection.name()),
              Text.of("shell.palette.connection"),
              "",
              () -> model.open(connection)));
    }
    fixed = all;
    search("");
  }

  /** Shows what fits. */
  void search(String text) {
    typed = text;
    show(List.of());
    Optional<OpenConnection> open = model.connection().get();
    if (!text.isBlank() && open.isPresent()) {
      Project project = open.get().project();
      tasks
          .call("palette.search", () -> things(project, text.strip()))
          .onSuccess(this::show)
          .onFailure(_ -> show(List.of()))
          .latest(this)
          .start();
    } else {
      tasks.forget(this);
    }
  }

  private void show(List<PaletteEntry> things) {
    Comparator<PaletteEntry> best = Comparator.comparingInt(entry -> -entry.score(typed));
    found.setAll(
        Stream.concat(fixed.stream().filter(entry -> entry.score(typed) >= 0), things.stream())
            .sorted(best)
            .toList());
  }

  private List<PaletteEntry> things(Project project, String text) {
    List<PaletteEntry> things = new ArrayList<>();
    project.workspaces().list().stream()
        .map(workspace -> workspace.name().value())
        .filter(name -> name.contains(text))
        .limit(MOST_THINGS)
        .forEach(
            name ->
                things.add(
                    thing(Feather.EDIT_3, name, "shell.palette.workspace", Route.WORKSPACE)));
    TenantFilter none = TenantFilter.none();
    TenantFilter filter =
        new TenantFilter(
            false,
            Optional.of(text),
            none.status(),
            none.blueprint(),
            none.version(),
            none.isolationLevel(),
            TenantFilter.Sort.ID);
    project.tenants().list(filter, PageRequest.first(MOST_THINGS)).items().stream()
        .map(tenant -> tenant.tenantId().toString())
        .forEach(id -> things.add(thing(Feather.GRID, id, "shell.palette.tenant", Route.TENANTS)));
    return things;
  }

  private PaletteEntry thing(Feather icon, String name, String kind, Route route) {
    return new PaletteEntry(icon, name, Text.of(kind), "", () -> model.navigator().go(route, name));
  }
}
