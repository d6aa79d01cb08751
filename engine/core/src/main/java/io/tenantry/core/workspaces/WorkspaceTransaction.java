package io.tenantry.core.workspaces;

import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.core.access.Caller;
import io.tenantry.core.recording.RequestRecorder;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.function.Supplier;

/**
 * A transaction of a workspace that lasts over several calls: its schema changes make one version
 * when it commits, and leave nothing when it does not. One thread at a time.
 */
public final class WorkspaceTransaction {
  private final WorkspaceEditor editor;
  private final Caller caller;
  private final WorkspaceRow row;
  private final SqliteDatabase database;
  private final RequestRecorder recorder;

  WorkspaceTransaction(
      WorkspaceEditor editor, Caller caller, WorkspaceRow row, SqliteDatabase database) {
    this.editor = editor;
    this.caller = caller;
    this.row = row;
    this.database = database;
    this.recorder = editor.recorder(database);
    database.begin();
  }

  /** Runs one statement and records it when it changes the schema or rows. */
  public <T> T watch(BoundStatement statement, Supplier<T> execution) {
    return recorder.watch(statement, execution);
  }

  /** Returns how many statements were recorded, to {@link #rewind} to. */
  public int mark() {
    return recorder.mark();
  }

  /** Forgets the statements after a mark, because a savepoint took them back. */
  public void rewind(int mark) {
    recorder.rewind(mark);
  }

  /**
   * Commits, and makes the version.
   *
   * @return what is told of it
   * @throws io.tenantry.contract.error.EngineException CONFLICT when the blueprint lacks something
   *     that the changes build on; the transaction is to be rolled back then
   */
  public RecordedChanges commit() {
    return editor.keep(caller, row, database, "", recorder);
  }
}
