package io.tenantry.core.blueprints;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.core.recording.RecordedStep.DataNote;
import io.tenantry.core.sqlite.BoundStatement;
import java.util.Optional;

/**
 * A statement of a version, as the catalog has it.
 *
 * @param changeId the change that it belongs to
 * @param minor the version whose request it came with
 * @param position its place in that request
 * @param since the version from which on it is in effect like this
 * @param data what is said of a data statement
 */
public record StepRow(
    long id,
    Optional<Long> changeId,
    int minor,
    int position,
    int since,
    BoundStatement statement,
    Optional<DataNote> data) {

  /** Returns whether tenants run it. */
  public boolean carried() {
    return data.map(DataNote::carried).orElse(true);
  }

  /** Returns the same statement, decided otherwise from a version on; it has no number yet. */
  public StepRow decided(boolean carried, int version) {
    DataNote note = data.orElseThrow();
    return new StepRow(
        0,
        changeId,
        minor,
        position,
        version,
        statement,
        Optional.of(
            new DataNote(carried, note.needed(), note.reason(), note.group(), note.count())));
  }

  /** Returns the same statement as part of another change. */
  StepRow of(long change) {
    return new StepRow(id, Optional.of(change), minor, position, since, statement, data);
  }

  /** Returns whether it has the same place in the same request, in effect or not. */
  public boolean isAt(StepRow other) {
    return minor == other.minor && position == other.position;
  }

  /** Returns whether it is named together with another one. */
  public boolean isIn(StepRow first) {
    return minor == first.minor && data.isPresent() && data.get().group() == first.position;
  }

  /**
   * Returns a data statement as the contract shows it.
   *
   * @param together how many are named together with it, itself included
   * @param open whether no tenant has its version
   */
  DataStatement toDataStatement(long together, boolean open) {
    DataNote note = data.orElseThrow();
    return new DataStatement(
        id,
        changeId,
        new Version(1, minor),
        statement.sql(),
        isKept() ? together : note.count(),
        note.carried(),
        note.needed(),
        note.reason(),
        open && isKept());
  }

  /** Returns whether it is there whole; of very much data only the beginning is kept. */
  public boolean isKept() {
    return data.map(note -> note.count() == 1).orElse(true);
  }
}
