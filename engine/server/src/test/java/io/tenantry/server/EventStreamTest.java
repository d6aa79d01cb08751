package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.client.RemoteEngine;
import io.tenantry.client.RemoteEngineConfig;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.events.Subscription;
import io.tenantry.contract.logs.LogEntry;
import io.tenantry.contract.logs.LogFilter;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.testkit.Heard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Event streams when servers go and come, and when there are many of them. */
class EventStreamTest {
  private static final TenantId WAYNE = new TenantId("wayne");
  private static final WorkspaceName MAIN = new WorkspaceName("main");

  @TempDir Path folder;
  private LocalEngine engine;
  private EngineServer server;
  private Project owner;
  private RemoteEngine remote;
  private Project project;

  @BeforeEach
  void start() {
    engine = LocalEngine.open(EngineConfig.at(folder));
    server = EngineServer.start(engine, EngineServer.LOOPBACK, 0);
    owner = engine.open(Credential.owner());
    owner.workspaces().create(new CreateWorkspace(MAIN, DatabaseType.SQLITE, WorkspaceMode.TENANT));
    owner.workspaces().query(MAIN, new WorkspaceQuery("CREATE TABLE t (a)"));
    owner.tenants().create(new CreateTenant(WAYNE, List.of(TenantDatabaseRequest.shared(MAIN))));
    remote = RemoteEngine.connect(RemoteEngineConfig.of(server.url()));
    project = remote.open(new Credential.ApiKey(engine.ownerKey()));
  }

  @AfterEach
  void stop() {
    remote.close();
    server.close();
    engine.close();
  }

  @Test
  void aServerStopsAtOnceAndItsReadersComeBackWithoutALoss() {
    Heard<LogEntry> heard = new Heard<>();
    try (Subscription tail = project.logs().tail(WAYNE, LogFilter.none(), heard)) {
      assertThat(tail).isNotNull();
      run("SELECT 1");
      heard.until(events -> events.size() == 1);
      int port = server.url().getPort();
      long start = System.nanoTime();

      server.close();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      run("SELECT 2");
      server = EngineServer.start(engine, EngineServer.LOOPBACK, port);
      run("SELECT 3");
      heard.until(events -> events.size() >= 3);
      assertThat(heard.events())
          .extracting(LogEntry::query)
          .containsExactly("SELECT 1", "SELECT 2", "SELECT 3");
      assertThat(heard.hasEnded()).isFalse();
    }
  }

  @Test
  void whatHappensWhileNobodyAnswersIsToldWhole() {
    Heard<LogEntry> heard = new Heard<>();
    try (Subscription tail = project.logs().tail(WAYNE, LogFilter.none(), heard)) {
      assertThat(tail).isNotNull();
      run("SELECT 0");
      heard.until(events -> events.size() == 1);
      int port = server.url().getPort();
      server.close();
      List<String> missed = IntStream.rangeClosed(1, 1_300).mapToObj(i -> "SELECT " + i).toList();
      missed.forEach(this::run);
      server = EngineServer.start(engine, EngineServer.LOOPBACK, port);
      assertThat(heard.until(events -> events.size() > missed.size()))
          .extracting(LogEntry::query)
          .startsWith("SELECT 0")
          .endsWith(missed.toArray(String[]::new));
      assertThat(heard.dropped()).isZero();
    }
  }

  @Test
  void hundredsOfReadersWaitWhileOthersAreServed() {
    List<Subscription> open = new ArrayList<>();
    List<Heard<LogEntry>> readers =
        IntStream.range(0, 300).mapToObj(_ -> new Heard<LogEntry>()).toList();
    try {
      long before = platformThreads();
      for (Heard<LogEntry> reader : readers) {
        open.add(project.logs().tail(WAYNE, LogFilter.none(), reader));
      }
      assertThat(project.logs().stats(WAYNE).totalQueries()).isZero();
      run("SELECT 1");
      for (Heard<LogEntry> reader : readers) {
        reader.until(events -> events.size() == 1);
      }
      assertThat(platformThreads() - before).isLessThan(150);
    } finally {
      open.forEach(Subscription::close);
    }
  }

  private static long platformThreads() {
    return Thread.getAllStackTraces().size();
  }

  private void run(String sql) {
    owner.queries().tenant(new TenantQuery(WAYNE, MAIN, sql));
  }
}
