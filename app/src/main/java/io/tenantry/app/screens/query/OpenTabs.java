package io.tenantry.app.screens.query;

import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.settings.TextKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which tabs are open, where each runs, and what is typed in it, kept over a restart and a crash.
 * The setting reads {@code id=kind:blueprint:tenant,tenant;…}; the texts are in the journal.
 */
public final class OpenTabs {
  private static final String SETTING = "query.tabs";
  private static final String FRONT = "query.front";
  private static final String CLOSED = "query.closed";
  private static final int MOST_CLOSED = 10;

  private final ProjectMemory memory;

  public OpenTabs(ProjectMemory memory) {
    this.memory = memory;
  }

  /**
   * A tab as it was left.
   *
   * @param id its name in the journal
   * @param target where it ran
   * @param sql what was typed
   * @param ran what ran in it last
   */
  record Kept(String id, Optional<QueryTarget> target, String sql, Optional<LastRun> ran) {}

  /** Returns the tabs that were open, in their order. */
  List<Kept> restore() {
    return read(SETTING, true);
  }

  /** Returns the tabs that were closed and can be opened again, the last closed first. */
  List<Kept> closed() {
    return read(CLOSED, false);
  }

  /** Returns the id of the tab that was in front; empty when none was. */
  String front() {
    return memory.value(FRONT);
  }

  private List<Kept> read(String setting, boolean withTexts) {
    List<Kept> kept = new ArrayList<>();
    for (String entry : memory.value(setting).split(";")) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        String id = entry.substring(0, equals);
        Kept tab = new Kept(id, read(entry.substring(equals + 1)), "", Optional.empty());
        kept.add(withTexts ? withTexts(tab) : tab);
      }
    }
    return kept;
  }

  private Kept withTexts(Kept tab) {
    String sql = memory.texts().read(TextKind.SQL, tab.id()).orElse("");
    Optional<LastRun> ran = memory.texts().read(TextKind.RAN, tab.id()).flatMap(LastRun::read);
    return new Kept(tab.id(), tab.target(), sql, ran);
  }

  void keep(List<QueryTab> tabs) {
    memory.keep(
        SETTING,
        tabs.stream()
            .map(tab -> entry(tab.id(), tab.targetProperty().get()))
            .collect(Collectors.joining(";")));
  }

  void keepFront(QueryTab tab) {
    memory.keep(FRONT, tab.id());
  }

  void keepText(QueryTab tab) {
    memory.texts().keep(TextKind.SQL, tab.id(), tab.sqlProperty().get());
  }

  /** Keeps what a tab runs or ran. */
  void keepRun(QueryTab tab, LastRun run) {
    memory.texts().keep(TextKind.RAN, tab.id(), run.written());
  }

  /** Keeps a tab that is closed, with its text, for a while; those closed long before go. */
  Set<String> keepClosed(QueryTab tab) {
    List<Kept> closed = new ArrayList<>(closed());
    closed.addFirst(new Kept(tab.id(), tab.targetProperty().get(), "", Optional.empty()));
    Set<String> forgotten = new HashSet<>();
    while (closed.size() > MOST_CLOSED) {
      forgotten.add(closed.removeLast().id());
    }
    forgotten.forEach(this::forget);
    writeClosed(closed);
    return forgotten;
  }

  /** Takes a closed tab back, with its text; empty when it is gone. */
  Optional<Kept> reopen(String id) {
    List<Kept> closed = new ArrayList<>(closed());
    Optional<Kept> found = closed.stream().filter(each -> each.id().equals(id)).findFirst();
    found.ifPresent(closed::remove);
    writeClosed(closed);
    return found.map(this::withTexts);
  }

  private void writeClosed(List<Kept> closed) {
    memory.keep(
        CLOSED,
        closed.stream()
            .map(each -> entry(each.id(), each.target()))
            .collect(Collectors.joining(";")));
  }

  /** Forgets a tab in which nothing was typed. */
  void forget(QueryTab tab) {
    forget(tab.id());
  }

  /** Returns the name under which it is kept where the caret of a tab is. */
  static String caretOf(String id) {
    return "query.caret." + id;
  }

  private void forget(String id) {
    memory.forget(caretOf(id));
    memory.texts().forget(TextKind.SQL, id);
    memory.texts().forget(TextKind.RAN, id);
  }

  private static String entry(String id, Optional<QueryTarget> target) {
    return id + "=" + target.map(OpenTabs::write).orElse("");
  }

  static String write(QueryTarget target) {
    return switch (target) {
      case QueryTarget.OneTenant(TenantId tenant, WorkspaceName blueprint) ->
          "tenant:" + blueprint + ":" + tenant;
      case QueryTarget.PastTenant(TenantId tenant, WorkspaceName blueprint, Instant moment) ->
          "past:" + blueprint + ":" + tenant + ":" + moment.toString().replace(':', '_');
      case QueryTarget.AllTenants(WorkspaceName blueprint) -> "all:" + blueprint;
      case QueryTarget.SomeTenants(List<TenantId> tenants, WorkspaceName blueprint) ->
          "some:"
              + blueprint
              + ":"
              + tenants.stream().map(TenantId::value).collect(Collectors.joining(","));
      case QueryTarget.InWorkspace(WorkspaceName workspace) -> "workspace:" + workspace;
    };
  }

  static Optional<QueryTarget> read(String text) {
    String[] parts = text.split(":");
    if (parts.length < 2) {
      return Optional.empty();
    }
    try {
      WorkspaceName name = new WorkspaceName(parts[1]);
      List<TenantId> tenants =
          parts.length < 3
              ? List.of()
              : Arrays.stream(parts[2].split(",")).map(TenantId::new).toList();
      return parts[0].equals("past") && parts.length == 4
          ? Optional.of(
              new QueryTarget.PastTenant(
                  tenants.getFirst(), name, Instant.parse(parts[3].replace('_', ':'))))
          : target(parts[0], name, tenants);
    } catch (EngineException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<QueryTarget> target(
      String kind, WorkspaceName name, List<TenantId> tenants) {
    return switch (kind) {
      case "all" -> Optional.of(new QueryTarget.AllTenants(name));
      case "workspace" -> Optional.of(new QueryTarget.InWorkspace(name));
      case "tenant" -> tenants.stream().findFirst().map(id -> new QueryTarget.OneTenant(id, name));
      case "some" ->
          tenants.isEmpty()
              ? Optional.empty()
              : Optional.of(new QueryTarget.SomeTenants(tenants, name));
      default -> Optional.empty();
    };
  }
}
