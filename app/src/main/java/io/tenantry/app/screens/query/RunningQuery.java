package io.tenantry.app.screens.query;

import io.tenantry.app.recorded.RecordedRequest;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.FanOut;
import io.tenantry.contract.queries.FanOutAnswer;
import io.tenantry.contract.queries.FanOutProgress;
import io.tenantry.contract.queries.FanOutQuery;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Queries;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.RunId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.contract.workspaces.WorkspaceQuery;
import io.tenantry.contract.workspaces.WorkspaceQueryResult;
import io.tenantry.contract.workspaces.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that runs at its target. One worker runs it; meanwhile any thread looks at what came and
 * may stop it.
 */
final class RunningQuery {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final Queries queries;
  private final Workspaces workspaces;
  private final QueryTarget target;
  private final String sql;
  private final AnswerTable answers;
  private final RunId id = RunId.random();
  private @Nullable FanOut open;
  private Runnable onFirstRow = () -> {};
  private boolean stopped;
  private volatile Optional<FanOutProgress> progress = Optional.empty();
  private volatile Optional<QueryResult> only = Optional.empty();
  private volatile Optional<RecordedRequest> recorded = Optional.empty();

  RunningQuery(Queries queries, Workspaces workspaces, QueryTarget target, String sql) {
    this.queries = queries;
    this.workspaces = workspaces;
    this.target = target;
    this.sql = sql;
    this.answers = target.reachesMany() ? AnswerTable.ofMany() : AnswerTable.ofOne();
  }

  QueryTarget target() {
    return target;
  }

  String sql() {
    return sql;
  }

  /** Returns what nothing else that runs is called by. */
  String id() {
    return id.value();
  }

  /** Says what to do when many places have brought the first row; before it runs. Worker thread. */
  void onFirstRow(Runnable action) {
    onFirstRow = action;
  }

  /** Returns what came so far. */
  AnswerTable answers() {
    return answers;
  }

  /** Returns how far it is; empty for one place, and before it begins. */
  Optional<FanOutProgress> progress() {
    return progress;
  }

  /** Returns what the one place answered, without its rows; empty until then, and for many. */
  Optional<QueryResult> only() {
    return only;
  }

  /** Returns what there is to say of the changes that were recorded; empty until then. */
  Optional<RecordedRequest> recorded() {
    return recorded;
  }

  /**
   * Runs it to its end, or until it is stopped. Worker thread.
   *
   * @throws EngineException what the engine refuses, or the one place answers
   */
  void run() {
    switch (target) {
      case QueryTarget.InWorkspace(WorkspaceName workspace) ->
          took(workspace, workspaces.query(workspace, new WorkspaceQuery(sql), id));
      case QueryTarget.AllTenants(WorkspaceName blueprint) -> many(new FanOutQuery(blueprint, sql));
      case QueryTarget.SomeTenants(List<TenantId> tenants, WorkspaceName blueprint) ->
          many(new FanOutQuery(blueprint, sql, Parameters.none(), tenants));
      case QueryTarget.OneTenant(TenantId tenant, WorkspaceName blueprint) ->
          one(tenant, blueprint);
      case QueryTarget.PastTenant(TenantId tenant, WorkspaceName blueprint, Instant moment) ->
          took(queries.tenant(new TenantQuery(tenant, blueprint, sql).at(moment)));
    }
  }

  private void took(WorkspaceName workspace, WorkspaceQueryResult answer) {
    took(answer.result());
    recorded = RecordedRequest.of(workspace, answer);
  }

  private void many(FanOutQuery query) {
    try (FanOut run = opened(query)) {
      progress = Optional.of(run.progress());
      while (!run.isOver()) {
        Optional<FanOutAnswer> answer = run.next(PATIENCE);
        progress = Optional.of(run.progress());
        answer.ifPresent(this::came);
      }
      progress = Optional.of(run.progress());
    } finally {
      closed();
    }
  }

  private void came(FanOutAnswer answer) {
    boolean none = answers.rowCount() == 0;
    answers.add(answer.answer());
    if (none && answers.rowCount() > 0) {
      onFirstRow.run();
    }
  }

  /** A fan-out of one can be stopped; a key without that right asks in the plain way. */
  private void one(TenantId tenant, WorkspaceName blueprint) {
    try (FanOut run = opened(new FanOutQuery(blueprint, sql, Parameters.none(), List.of(tenant)))) {
      while (!run.isOver()) {
        run.next(PATIENCE).ifPresent(this::took);
      }
    } catch (EngineException e) {
      if (e.code() != ErrorCode.ROLE_REQUIRED) {
        throw e;
      }
      took(queries.tenant(new TenantQuery(tenant, blueprint, sql)));
    } finally {
      closed();
    }
  }

  private void took(FanOutAnswer answer) {
    answer.answer().result().ifPresent(this::took);
    if (answer.answer().failure().isPresent()) {
      throw answer.answer().failure().get().exception();
    }
  }

  private void took(QueryResult result) {
    answers.add(result);
    only =
        Optional.of(
            new QueryResult(
                result.columns(),
                result.types(),
                List.of(),
                result.rowCount(),
                result.rowsAffected(),
                result.lastInsertId(),
                result.truncated(),
                result.durationMs()));
  }

  private FanOut opened(FanOutQuery query) {
    FanOut run = queries.fanOut(query);
    boolean late;
    synchronized (this) {
      open = run;
      late = stopped;
    }
    if (late) {
      run.cancel();
    }
    return run;
  }

  private synchronized void closed() {
    open = null;
  }

  /** Says whether what runs ends with the error that it was stopped. */
  boolean isStopped(EngineException error) {
    return target instanceof QueryTarget.InWorkspace && error.isCancelled();
  }

  /**
   * Stops the engine; what came stays. Worker thread, since the engine may be far away.
   *
   * @throws EngineException NOT_FOUND by an engine that can stop nothing in a workspace
   */
  void stop() {
    if (target instanceof QueryTarget.InWorkspace(WorkspaceName workspace)) {
      workspaces.cancel(workspace, id);
      return;
    }
    FanOut run;
    synchronized (this) {
      stopped = true;
      run = open;
    }
    if (run != null) {
      run.cancel();
    }
  }
}
