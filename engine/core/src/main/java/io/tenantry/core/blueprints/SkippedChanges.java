package io.tenantry.core.blueprints;

import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.workspaces.SkippedChange;
import io.tenantry.core.recording.RecordedStep.DataNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Changes that were skipped and not put back, inside a transaction of the caller. */
public final class SkippedChanges {
  private static final String BRING_BACK =
      """
      INSERT INTO change (blueprint_id, added_minor, position, kind, object, summary, row_effect,
                          loss, statement, revert_statement, destructive, created_at, again_of)
      SELECT blueprint_id, :minor, 0, kind, object, summary, row_effect, loss, statement,
             revert_statement, destructive, :now, id
      FROM change
      WHERE id = :id AND removal = 'skipped'
        AND NOT EXISTS (SELECT 1 FROM change a WHERE a.again_of = change.id)
      """;

  private SkippedChanges() {}

  /** Returns them in the order in which they were skipped. */
  public static List<SkippedChange> of(Handle handle, long blueprint) {
    return ChangeRepository.skipped(handle, blueprint).entrySet().stream()
        .map(
            skipped ->
                new SkippedChange(skipped.getKey().toChange(0), new Version(1, skipped.getValue())))
        .toList();
  }

  /**
   * Returns what a skipped change would run behind everything else.
   *
   * @param minor the version that brings it back
   * @return its statements; empty when there is no such change
   */
  public static List<StepRow> steps(Handle handle, long blueprint, long change, int minor) {
    boolean isThere =
        of(handle, blueprint).stream().anyMatch(skipped -> skipped.change().id() == change);
    return isThere ? moved(StepRepository.lastOf(handle, change), minor) : List.of();
  }

  private static List<StepRow> moved(List<StepRow> steps, int minor) {
    Map<Integer, Integer> places = new HashMap<>();
    List<StepRow> moved = new ArrayList<>();
    for (StepRow step : steps) {
      int place = moved.size();
      places.put(step.position(), place);
      Optional<DataNote> note =
          step.data()
              .map(
                  data ->
                      new DataNote(
                          data.carried(),
                          data.needed(),
                          data.reason(),
                          places.getOrDefault(data.group(), place),
                          data.count()));
      moved.add(new StepRow(0, step.changeId(), minor, place, minor, step.statement(), note));
    }
    return List.copyOf(moved);
  }

  /**
   * Puts a change back with a new version.
   *
   * @param steps what it runs, as {@link #steps} gave it
   * @return the number of the change that it is now; empty when it is not a skipped one any more
   */
  public static Optional<Long> bringBack(
      Handle handle, long blueprint, long change, List<StepRow> steps, long now) {
    int minor = steps.getFirst().minor();
    Optional<Long> fresh =
        handle
            .createUpdate(BRING_BACK)
            .bind("id", change)
            .bind("minor", minor)
            .bind("now", now)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .findOne();
    fresh.ifPresent(
        id ->
            StepRepository.insert(
                handle, blueprint, steps.stream().map(step -> step.of(id)).toList()));
    return fresh;
  }
}
