package io.tenantry.core.sessions;

import io.tenantry.contract.databases.DatabaseResult;
import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.access.Caller;
import io.tenantry.core.databases.Lane;
import io.tenantry.core.databases.Lease;
import io.tenantry.core.databases.Turn;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Deadline;
import io.tenantry.core.sqlite.GatedStatement;
import io.tenantry.core.sqlite.WorkspaceGate;
import io.tenantry.core.workspaces.WorkspaceDatabase;
import io.tenantry.core.workspaces.WorkspaceEngine;
import io.tenantry.core.workspaces.WorkspaceTransaction;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.StatementKind;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A workspace's database: its schema may change, and each change is recorded. */
final class WorkspaceSessionTarget implements Target {
  private final SessionParts parts;
  private final WorkspaceEngine workspaces;
  private final Key key;
  private final AtomicReference<RecordedChanges> recorded =
      new AtomicReference<>(RecordedChanges.NOTHING);

  private record Key(ProjectId project, WorkspaceName workspace) {}

  WorkspaceSessionTarget(
      SessionParts parts, WorkspaceEngine workspaces, ProjectId project, WorkspaceName workspace) {
    this.parts = parts;
    this.workspaces = workspaces;
    this.key = new Key(project, workspace);
  }

  @Override
  public Object key() {
    return key;
  }

  @Override
  public int maxSessions() {
    return database().file().maxUsers();
  }

  private WorkspaceDatabase database() {
    return parts.lanes().call(Lane.FAST, () -> workspaces.database(key.project, key.workspace));
  }

  @Override
  public boolean recordsSchema() {
    return true;
  }

  /** Roles below admin change no schema; role read is stopped by its read-only connection. */
  @Override
  public GatedStatement gate(SqlStatement statement, Caller caller) {
    GatedStatement gated = WorkspaceGate.check(statement);
    if (gated.kind() == StatementKind.SCHEMA && caller.canWrite()) {
      caller.requireAdmin();
    }
    return gated;
  }

  @Override
  public <T> T connect(Caller caller, boolean writes, Function<Link, T> work) {
    WorkspaceDatabase database = database();
    Deadline deadline = Deadline.in(database.limits().timeout());
    try (Turn turn = parts.databases().turn(database.file(), writes, deadline)) {
      Connecting<T> connecting = new Connecting<>(work);
      return parts
          .lanes()
          .statement(
              database.file().path(),
              deadline,
              () ->
                  connecting.on(
                      new WorkspaceLink(
                          turn.lease(deadline), database, caller, writes, this::note)),
              connecting::close);
    }
  }

  private void note(RecordedChanges changes) {
    recorded.accumulateAndGet(changes, RecordedChanges::and);
  }

  @Override
  public RecordedChanges takeRecorded() {
    return recorded.getAndSet(RecordedChanges.NOTHING);
  }

  @Override
  public void requireUsable() {
    // A workspace has no state that keeps its users out.
  }

  @Override
  public <T> T onLink(Link link, Function<Link, T> work) {
    return parts
        .lanes()
        .statement(link.file(), link.deadline(), () -> work.apply(link), link::close);
  }

  private static final class WorkspaceLink extends Link {
    private final WorkspaceDatabase workspace;
    private final Caller caller;
    private final boolean writes;
    private final Consumer<RecordedChanges> recorded;
    private @Nullable WorkspaceTransaction transaction;

    WorkspaceLink(
        Lease lease,
        WorkspaceDatabase workspace,
        Caller caller,
        boolean writes,
        Consumer<RecordedChanges> recorded) {
      super(lease, workspace.limits());
      this.workspace = workspace;
      this.caller = caller;
      this.writes = writes;
      this.recorded = recorded;
    }

    @Override
    void begin() {
      transaction = workspace.begin(caller, database());
    }

    @Override
    DatabaseResult run(GatedStatement gated, DatabaseStatement statement, AnswerBudget budget) {
      WorkspaceTransaction open = transaction;
      if (open != null) {
        return run(open, gated, statement, budget);
      }
      return writes && gated.kind() != StatementKind.READ
          ? alone(gated, statement, budget)
          : runHere(gated, statement, budget);
    }

    private DatabaseResult alone(
        GatedStatement gated, DatabaseStatement statement, AnswerBudget budget) {
      WorkspaceTransaction own = workspace.begin(caller, database());
      boolean done = false;
      try {
        DatabaseResult result = run(own, gated, statement, budget);
        recorded.accept(own.commit());
        done = true;
        return result;
      } finally {
        if (!done) {
          database().rollback();
        }
      }
    }

    private DatabaseResult run(
        WorkspaceTransaction in,
        GatedStatement gated,
        DatabaseStatement statement,
        AnswerBudget budget) {
      return in.watch(
          new BoundStatement(gated.sql(), statement.parameters()),
          () -> runHere(gated, statement, budget));
    }

    @Override
    void commit() {
      WorkspaceTransaction open = transaction;
      if (open == null) {
        database().commit();
      } else {
        recorded.accept(open.commit());
        transaction = null;
      }
    }

    @Override
    int mark() {
      WorkspaceTransaction open = transaction;
      return open == null ? 0 : open.mark();
    }

    @Override
    void rewind(int mark) {
      WorkspaceTransaction open = transaction;
      if (open != null) {
        open.rewind(mark);
      }
    }

    @Override
    void note(String sql, Optional<String> error, long nanos, long rows) {
      // The log is about tenants; what changes here is in the versions of the blueprint.
    }
  }
}
