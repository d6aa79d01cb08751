package io.tenantry.app.screens.workspaces.detail;

import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.RunId;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.Workspaces;
import java.time.Duration;

/**
 * One run of SQL in a workspace: starts it, tells a few times a second that it goes on, stops it,
 * and says how it ended. UI thread.
 */
final class SqlRun {
  private static final Duration LOOKS = Duration.ofMillis(250);

  private final Workspaces workspaces;
  private final TaskRunner tasks;
  private final WorkspaceName workspace;
  private final String sql;
  private final Follower follower;
  private final RunId id = RunId.random();
  private final long startedNanos = System.nanoTime();
  private TaskRunner.Handle work = () -> {};
  private TaskRunner.Handle looks = () -> {};
  private boolean stopping;
  private boolean over;

  /** Is told how it goes. */
  interface Follower {
    /** It runs, or is asked to stop. */
    void goesOn(SqlRun run);

    /** It ran to its end. */
    void answered(SqlRun run, SqlAnswer answer);

    /** It failed; nothing of it is kept. */
    void failed(SqlRun run, EngineException error);

    /** It was stopped; nothing of it is kept. */
    void stopped(SqlRun run);

    /** The engine cannot stop it; only nobody waits for it any more. */
    void left(SqlRun run);

    /** It could not be asked to stop, and goes on. */
    void notStopped(EngineException error);
  }

  SqlRun(
      Workspaces workspaces,
      TaskRunner tasks,
      WorkspaceName workspace,
      String sql,
      Follower follower) {
    this.workspaces = workspaces;
    this.tasks = tasks;
    this.workspace = workspace;
    this.sql = sql;
    this.follower = follower;
  }

  String id() {
    return id.value();
  }

  WorkspaceName workspace() {
    return workspace;
  }

  String sql() {
    return sql;
  }

  boolean isStopping() {
    return stopping;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  /**
   * Starts it, as one transaction. A text with BEGIN or with foreign keys switched off is imported:
   * only that runs with foreign keys off, checks them at the end, and needs no words of its own for
   * the transaction.
   */
  void start() {
    follower.goesOn(this);
    looks = tasks.after(LOOKS, this::look);
    work =
        tasks
            .longCall("workspace.sql", this::answer)
            .onSuccess(
                answer -> {
                  end();
                  follower.answered(this, answer);
                })
            .onFailure(this::failed)
            .start();
  }

  private SqlAnswer answer() {
    if (ScriptPart.isFramed(sql)) {
      SchemaImport done = workspaces.importSchema(workspace, new ImportSchema.FromSql(sql), id);
      return SqlAnswer.of(workspace, done, SchemaState.of(workspaces.get(workspace)));
    }
    return SqlAnswer.of(workspace, workspaces.query(workspace, new WorkspaceQuery(sql), id));
  }

  private void look() {
    if (!over) {
      follower.goesOn(this);
      looks = tasks.after(LOOKS, this::look);
    }
  }

  private void failed(EngineException error) {
    end();
    if (error.isCancelled()) {
      follower.stopped(this);
    } else {
      follower.failed(this, error);
    }
  }

  private void end() {
    over = true;
    looks.close();
  }

  /** Asks the engine to stop it. */
  void stop() {
    if (over || stopping) {
      return;
    }
    stopping = true;
    follower.goesOn(this);
    tasks
        .run("workspace.sql.stop", () -> workspaces.cancel(workspace, id))
        .onFailure(this::notStopped)
        .start();
  }

  private void notStopped(EngineException error) {
    if (over) {
      return;
    }
    if (error.code() == ErrorCode.NOT_FOUND) {
      work.close();
      end();
      follower.left(this);
    } else {
      stopping = false;
      follower.goesOn(this);
      follower.notStopped(error);
    }
  }
}
