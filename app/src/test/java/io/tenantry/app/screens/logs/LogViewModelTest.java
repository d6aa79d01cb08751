package io.tenantry.app.screens.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.dialogs.FileDialogs;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.lists.ListWork;
import io.tenantry.app.lists.PagedList;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.client.RemoteEngine;
import io.tenantry.client.RemoteEngineConfig;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.logs.ProjectEntry;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.server.EngineServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

/** The log, live and still, on an engine in process and on one behind a server. */
@ParameterizedClass
@EnumSource
class LogViewModelTest {
  /** Where the engine is. */
  enum Where {
    IN_PROCESS,
    BEHIND_A_SERVER
  }

  private static final TenantId ONE = new TenantId("tenant-001");
  private static final TenantId TWO = new TenantId("tenant-002");

  @TempDir Path folder;

  private final Where where;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final ErrorPresenter errors = new ErrorPresenter(new Notices());
  private final Deque<Runnable> closers = new ArrayDeque<>();
  private SeededEngine engine;
  private Project project;
  private LogViewModel model;

  LogViewModelTest(Where where) {
    this.where = where;
  }

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech();
    engine.tenants(2);
    closers.push(engine::close);
    project = where == Where.IN_PROCESS ? engine.project() : remote();
    model = new LogViewModel(project.projectLogs(), tasks, errors, ZoneOffset.UTC);
    closers.push(model::leave);
    model.enter();
    list().load();
  }

  private Project remote() {
    EngineServer server = EngineServer.start(engine.engine(), EngineServer.LOOPBACK, 0);
    closers.push(server::close);
    RemoteEngine remote = RemoteEngine.connect(RemoteEngineConfig.of(server.url()));
    closers.push(remote::close);
    return remote.open(new Credential.ApiKey(engine.engine().ownerKey()));
  }

  @AfterEach
  void close() {
    closers.forEach(Runnable::run);
  }

  @Test
  void theLogStaysAsItWasUntilItIsReadAgain() {
    long before = list().total().get();
    assertThat(list().state().get()).isEqualTo(ScreenState.LOADED);
    assertThat(before).isEqualTo(4);

    engine.run(ONE, "SELECT 'later'");
    list().load();
    assertThat(list().total().get()).isEqualTo(before);

    model.refresh();
    assertThat(list().total().get()).isEqualTo(before + 1);
    assertThat(list().rows().getFirst())
        .extracting(row -> row.entry().query())
        .isEqualTo("SELECT 'later'");
  }

  @Test
  void theLogIsAsItIsNowWhenItIsOpenedAgain() {
    long before = list().total().get();
    model.leave();
    engine.run(ONE, "SELECT 'meanwhile'");

    model.enter();
    list().enter();

    assertThat(list().total().get()).isEqualTo(before + 1);
  }

  @Test
  void filtersRestrictAndAWrongOneIsExplained() {
    fail("SELECT ghost FROM users");
    model.refresh();

    type("type:error");
    assertThat(texts()).containsExactly("SELECT ghost FROM users");
    type("tenant:tenant-002");
    assertThat(list().rows()).allMatch(row -> row.tenantId().equals(TWO)).hasSize(2);
    type("INTO accounts");
    assertThat(list().rows()).hasSize(2);
    type("type:odd");
    assertThat(list().problem().get()).contains("Unknown type 'odd'");
    assertThat(list().rows()).isEmpty();
  }

  @Test
  void pagesFarDownAreReadWhenTheyAreSeen() {
    for (int i = 0; i < 320; i++) {
      engine.run(i % 2 == 0 ? ONE : TWO, "SELECT " + i);
    }
    model.refresh();

    list().see(300, 320);

    assertThat(list().total().get()).isEqualTo(324);
    assertThat(list().rows().get(319)).extracting(row -> row.entry().query()).isEqualTo("SELECT 0");
  }

  @Test
  void whatIsLiveComesByItselfAndStandsStillWhilePaused() {
    model.live().set(true);
    assertThat(list().rows()).isEmpty();

    engine.run(ONE, "SELECT 'a'");
    awaitTicking(() -> texts().equals(List.of("SELECT 'a'")));
    model.paused().set(true);
    engine.run(TWO, "SELECT 'b'");
    engine.run(TWO, "SELECT 'c'");
    awaitTicking(() -> model.told().get().sincePause() == 2);
    assertThat(texts()).containsExactly("SELECT 'a'");

    model.paused().set(false);
    awaitTicking(() -> texts().equals(List.of("SELECT 'c'", "SELECT 'b'", "SELECT 'a'")));

    model.live().set(false);
    assertThat(list().total().get()).isEqualTo(7);
  }

  @Test
  void theFilterHoldsForWhatIsLive() {
    type("tenant:tenant-002");
    model.live().set(true);

    engine.run(ONE, "SELECT 'one'");
    engine.run(TWO, "SELECT 'two'");

    awaitTicking(() -> texts().equals(List.of("SELECT 'two'")));
  }

  @Test
  void onlyTheNewestAreKeptWhileLive() {
    model.live().set(true);
    for (int i = 0; i < TailFeed.KEPT + 300; i++) {
      engine.run(ONE, "SELECT " + i);
    }
    awaitTicking(() -> texts().contains("SELECT " + (TailFeed.KEPT + 299)));

    assertThat(list().rows()).hasSizeLessThanOrEqualTo(TailFeed.KEPT);
    assertThat(list().rows().getFirst())
        .extracting(row -> row.entry().query())
        .isEqualTo("SELECT " + (TailFeed.KEPT + 299));
  }

  @Test
  void whatWasLiveWhenItWasLeftGoesOn() {
    model.live().set(true);
    model.leave();
    engine.run(ONE, "SELECT 'away'");
    model.enter();
    engine.run(ONE, "SELECT 'back'");

    awaitTicking(() -> texts().equals(List.of("SELECT 'back'")));
  }

  @Test
  void anExportHasWhatTheFilterSays() throws IOException {
    for (int i = 0; i < 1_200; i++) {
      engine.run(ONE, "SELECT " + i + ", 'a,b'");
    }
    fail("SELECT \"a,b\",\nghost FROM users");
    type("tenant:tenant-001");

    List<String> csv = export(LogFormat.CSV);
    List<String> json = export(LogFormat.JSON_LINES);

    assertThat(csv.getFirst()).startsWith("id,time,tenant,blueprint,query,duration_ms,rows");
    assertThat(String.join("\n", csv))
        .contains("\"SELECT 7, 'a,b'\"")
        .contains("\"SELECT \"\"a,b\"\",\nghost FROM users\"");
    assertThat(json).hasSize(1_203);
    assertThat(json.get(1)).contains("\"query\":\"SELECT 1199, 'a,b'\"").contains("\"rows\":1");
    assertThat(json.getFirst()).contains("\"success\":false").contains("\"error\":");
  }

  private List<String> export(LogFormat format) throws IOException {
    Path file = folder.resolve("queries." + format.suffix());
    ObjectProperty<Optional<ListWork>> work = new SimpleObjectProperty<>(Optional.empty());
    new LogExport(project.projectLogs(), new OneFile(file), tasks, errors)
        .start(format, model.snapshot().orElseThrow(), list().total().get(), work);
    return Files.readAllLines(file);
  }

  private record OneFile(Path file) implements FileDialogs {
    @Override
    public Optional<Path> open(String title, FileKind... kinds) {
      return Optional.of(file);
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, FileKind... kinds) {
      return Optional.of(file);
    }

    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }
  }

  private PagedList<ProjectEntry> list() {
    return model.list();
  }

  private void type(String filter) {
    list().filterProperty().set(filter);
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    list().rows().forEach(row -> texts.add(row == null ? "" : row.entry().query()));
    return texts;
  }

  private void fail(String sql) {
    try {
      engine.run(ONE, sql);
    } catch (EngineException expected) {
      return;
    }
    throw new AssertionError("did not fail: " + sql);
  }

  /** Lets the time of the screen go on until something is true. */
  private void awaitTicking(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          20,
          TimeUnit.SECONDS,
          () -> {
            tasks.tick();
            return condition.getAsBoolean();
          });
    } catch (TimeoutException e) {
      throw new AssertionError("shown are " + texts() + ", told " + model.told().get(), e);
    }
  }
}
