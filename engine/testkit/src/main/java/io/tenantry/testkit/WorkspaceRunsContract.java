package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.RunId;
import io.tenantry.contract.workspaces.Workspace;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.Workspaces;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What SQL in a workspace must do that is cancelled. */
public abstract class WorkspaceRunsContract extends ContractSuite {
  private static final long PATIENCE_SECONDS = 60;
  private static final String ENDLESS =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";

  @Test
  void aCancelledScriptLeavesNothing() throws Exception {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.design(main, "CREATE TABLE kept (a)");
    Workspace before = project.admin().workspaces().get(main);

    EngineException cancelled =
        whenCancelled(
            project,
            main,
            run -> {
              String script =
                  "INSERT INTO kept VALUES (1); CREATE TABLE gone (a); INSERT INTO gone " + ENDLESS;
              project.admin().workspaces().query(main, new WorkspaceQuery(script), run);
            });

    assertThat(cancelled.isCancelled()).isTrue();
    assertThat(cancelled.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(cancelled.message()).isEqualTo("query failed: cancelled");
    Workspace after = project.admin().workspaces().get(main);
    assertThat(after.version()).isEqualTo(before.version());
    assertThat(after.schema()).isEqualTo(before.schema());
    assertThat(rows(project, main, "SELECT count(*) FROM kept")).containsExactly(Value.of(0));
    assertThat(project.design(main, "CREATE TABLE next (a)").version()).isPresent();
  }

  @Test
  void aCancelledReadEndsAtOnce() throws Exception {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    EngineException cancelled =
        whenCancelled(
            project,
            main,
            run -> project.admin().workspaces().query(main, new WorkspaceQuery(ENDLESS), run));

    assertThat(cancelled.isCancelled()).isTrue();
    assertThat(rows(project, main, "SELECT 7")).containsExactly(Value.of(7));
  }

  @Test
  void aCancelledImportLeavesNothing() throws Exception {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    String file = "BEGIN; CREATE TABLE gone (a); INSERT INTO gone " + ENDLESS + "; COMMIT;";

    EngineException cancelled =
        whenCancelled(
            project,
            main,
            run ->
                project
                    .admin()
                    .workspaces()
                    .importSchema(main, new ImportSchema.FromSql(file), run));

    assertThat(cancelled.isCancelled()).isTrue();
    assertThat(project.admin().workspaces().get(main).schema()).contains(List.of());
  }

  @Test
  void whatIsCancelledBeforeItBeginsNeverRuns() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    Workspaces workspaces = project.admin().workspaces();
    RunId run = RunId.random();

    workspaces.cancel(main, run);
    EngineException refused =
        catchThrowableOfType(
            EngineException.class,
            () -> workspaces.query(main, new WorkspaceQuery("CREATE TABLE gone (a)"), run));

    assertThat(refused.isCancelled()).isTrue();
    assertThat(workspaces.get(main).schema()).contains(List.of());
  }

  @Test
  void whatHasEndedStays() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    Workspaces workspaces = project.admin().workspaces();
    RunId run = RunId.random();

    workspaces.query(main, new WorkspaceQuery("CREATE TABLE kept (a)"), run);
    workspaces.cancel(main, run);
    workspaces.cancel(main, run);

    assertThat(workspaces.get(main).schema().orElseThrow()).hasSize(1);
  }

  @Test
  void onlyWhoMayRunItMayCancelIt() throws Exception {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    project.workspace("other");
    RunId run = RunId.random();

    assertRefused(
        ErrorCode.ROLE_REQUIRED,
        () -> project.as(Role.WRITE, ScopeType.PROJECT).workspaces().cancel(main, run));
    assertRefused(
        ErrorCode.SCOPE_DENIED,
        () -> project.as(Role.ADMIN, ScopeType.WORKSPACE, "other").workspaces().cancel(main, run));
  }

  private static List<Value> rows(TestProject project, WorkspaceName workspace, String sql) {
    return project.design(workspace, sql).result().rows().getFirst();
  }

  /** Runs SQL without an end, cancels it once it runs, and returns how it failed. */
  private static EngineException whenCancelled(
      TestProject project, WorkspaceName workspace, Consumer<RunId> sql)
      throws InterruptedException, TimeoutException {
    RunId run = RunId.random();
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> running = other.submit(() -> untilFree(() -> sql.accept(run)));
      awaitRunning(project, workspace, run);
      project.admin().workspaces().cancel(workspace, run);
      running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      throw new AssertionError("ran to its end");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof EngineException error) {
        return error;
      }
      throw new AssertionError(failed);
    }
  }

  /** An id is taken while something runs under it, so the probe can be in the way of the run. */
  private static void untilFree(Runnable work) {
    while (true) {
      try {
        work.run();
        return;
      } catch (EngineException e) {
        if (e.code() != ErrorCode.CONFLICT) {
          throw e;
        }
      }
    }
  }

  private static void awaitRunning(TestProject project, WorkspaceName workspace, RunId run) {
    WorkspaceQuery probe = new WorkspaceQuery("SELECT 1");
    while (true) {
      try {
        project.admin().workspaces().query(workspace, probe, run);
      } catch (EngineException e) {
        if (e.code() == ErrorCode.CONFLICT) {
          return;
        }
        throw e;
      }
    }
  }
}
