package io.tenantry.app.shell;

import io.tenantry.app.connect.OpenConnection;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.info.EngineStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the items of the status bar tell of the open engine when they are pressed. UI thread. */
final class EngineFacts {
  private final ShellViewModel model;

  EngineFacts(ShellViewModel model) {
    this.model = model;
  }

  FactsPanel engine() {
    Map<String, String> facts = new LinkedHashMap<>();
    Status status = model.status().get();
    model.connection().get().ifPresent(open -> addConnection(facts, open));
    facts.put(
        Text.of("shell.facts.state"),
        Text.of(status.isLost() ? "shell.offline" : "shell.connection.answers"));
    if (!status.latency().isEmpty()) {
      facts.put(Text.of("shell.facts.latency"), status.latency());
    }
    status
        .figures()
        .ifPresent(
            now -> facts.put(Text.of("shell.facts.started"), Figures.exact(now.startedAt())));
    return new FactsPanel(Text.of("shell.facts.engine"), Text.of("shell.facts.engine.help"), facts);
  }

  private static void addConnection(Map<String, String> facts, OpenConnection open) {
    facts.put(Text.of("shell.facts.connection"), open.connection().name());
    facts.put(Text.of("shell.facts.address"), open.connection().address());
    facts.put(Text.of("shell.facts.project"), open.whoami().projectName());
    facts.put(
        Text.of("shell.facts.version"),
        Text.of("shell.version", open.info().service(), open.info().version()));
    facts.put(Text.of("shell.facts.guard"), Text.of(open.connection().guard().key()));
  }

  FactsPanel tenants() {
    Map<String, String> facts = new LinkedHashMap<>();
    model.status().get().figures().ifPresent(now -> addTenants(facts, now));
    return new FactsPanel(
        Text.of("shell.facts.tenants"), Text.of("shell.facts.tenants.help"), facts);
  }

  private void addTenants(Map<String, String> facts, EngineStatus now) {
    Attention attention = model.attention().get();
    facts.put(Text.of("shell.facts.tenants"), Figures.count(now.tenants()));
    facts.put(Text.of("shell.facts.running"), Figures.count(now.runningDeployments()));
    facts.put(Text.of("shell.facts.failed"), Figures.count(attention.failed()));
    facts.put(Text.of("shell.facts.changes"), Figures.count(attention.changes()));
  }

  FactsPanel connections() {
    Map<String, String> facts = new LinkedHashMap<>();
    model
        .status()
        .get()
        .figures()
        .ifPresent(
            now -> {
              now.openDatabases()
                  .ifPresent(
                      open -> facts.put(Text.of("shell.facts.databases"), Figures.count(open)));
              now.openConnections()
                  .ifPresent(
                      open -> facts.put(Text.of("shell.facts.handles"), Figures.count(open)));
            });
    return new FactsPanel(
        Text.of("shell.facts.connections"), Text.of("shell.facts.connections.help"), facts);
  }

  FactsPanel memory() {
    Map<String, String> facts = new LinkedHashMap<>();
    model.status().get().figures().ifPresent(now -> addMemory(facts, now));
    return new FactsPanel(
        Text.of("shell.facts.memory"),
        Text.of(model.isLocal() ? "shell.facts.memory.here" : "shell.facts.memory.server"),
        facts);
  }

  private static void addMemory(Map<String, String> facts, EngineStatus now) {
    now.residentMemoryBytes()
        .ifPresent(bytes -> facts.put(Text.of("shell.facts.process"), Figures.size(bytes)));
    now.usedMemoryBytes()
        .ifPresent(bytes -> facts.put(Text.of("shell.facts.heap"), Figures.size(bytes)));
  }
}
