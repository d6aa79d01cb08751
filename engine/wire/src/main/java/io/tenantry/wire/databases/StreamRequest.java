package io.tenantry.wire.databases;

import java.util.List;

/** One request of a pipeline. */
public sealed interface StreamRequest {

  /** Ends the stream. */
  record Close() implements StreamRequest {}

  /**
   * Runs a statement.
   *
   * @param statement the statement
   */
  record Execute(StreamStatement statement) implements StreamRequest {}

  /**
   * Runs a batch.
   *
   * @param steps its steps
   */
  record Batch(List<StreamStatement.Step> steps) implements StreamRequest {
    /** Copies the list. */
    public Batch {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Runs a script.
   *
   * @param sql its text
   */
  record Sequence(SqlText sql) implements StreamRequest {}

  /**
   * Says what a statement is.
   *
   * @param sql its text
   */
  record Describe(SqlText sql) implements StreamRequest {}

  /**
   * Stores a text in the stream.
   *
   * @param id its number from now on
   * @param sql the text
   */
  record StoreSql(int id, String sql) implements StreamRequest {}

  /**
   * Forgets a stored text.
   *
   * @param id its number
   */
  record CloseSql(int id) implements StreamRequest {}

  /** Asks whether the stream is outside of a transaction. */
  record GetAutocommit() implements StreamRequest {}
}
