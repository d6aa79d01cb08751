package io.tenantry.core.blueprints;

import io.tenantry.contract.workspaces.DataStatement;
import io.tenantry.core.blueprints.StepRepository.Place;
import io.tenantry.core.recording.RecordedChange;
import io.tenantry.core.recording.RecordedStep;
import io.tenantry.core.recording.Recording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The recorded changes of blueprints and their statements, inside a transaction of the caller. A
 * change is in effect from the version that added it until the version that skipped or reverted it.
 */
public final class BlueprintChanges {
  private static final String ADD =
      """
      INSERT INTO change (blueprint_id, added_minor, position, kind, object, summary, row_effect,
                          loss, statement, revert_statement, destructive, created_at)
      VALUES (:blueprint, :minor, :position, :kind, :object, :summary, :effect, :loss, :statement,
              :revert, :destructive, :now)
      """;
  private static final String REMOVE =
      """
      UPDATE change
      SET removed_minor = :minor, removal = :removal
      WHERE id = :id AND removed_minor IS NULL
        AND NOT EXISTS (SELECT 1 FROM tenant_database d
                        WHERE d.blueprint_id = change.blueprint_id
                          AND d.minor >= change.added_minor)
      """;
  private static final String OPEN_DEPLOYMENT =
      """
      SELECT id FROM deployment
      WHERE blueprint_id = :blueprint AND status IN ('pending', 'running', 'paused')
        AND minor >= :minor
      ORDER BY created_at
      LIMIT 1
      """;

  private BlueprintChanges() {}

  /** Why a change is no longer in effect. */
  public enum Removal {
    /** Taken out of the deploy queue; the workspace keeps it. */
    SKIPPED,
    /** Taken back in the workspace, too. */
    REVERTED;

    String stored() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the changes in effect that were added after a version, oldest first. */
  public static List<ChangeRow> addedAfter(Handle handle, long blueprint, int minor) {
    return ChangeRepository.inEffect(handle, blueprint).stream()
        .filter(change -> change.addedMinor() > minor)
        .toList();
  }

  /** Returns the statements in effect at the latest version, in order, carried or not. */
  public static List<StepRow> steps(Handle handle, long blueprint) {
    return StepRepository.inEffect(handle, blueprint);
  }

  /** Returns the statements in effect at the latest version that tenants run, in order. */
  public static List<StepRow> carried(Handle handle, long blueprint) {
    return StepRepository.carried(handle, blueprint);
  }

  /** Returns the data statements that came with one version, as the contract shows them. */
  public static List<DataStatement> dataOf(Handle handle, long blueprint, int minor) {
    return data(handle, blueprint, minor, minor);
  }

  /** Returns the data statements that came after a version, as the contract shows them. */
  public static List<DataStatement> dataAfter(Handle handle, long blueprint, int minor) {
    return data(handle, blueprint, minor + 1, Integer.MAX_VALUE);
  }

  private static List<DataStatement> data(Handle handle, long blueprint, int first, int last) {
    Map<Integer, Boolean> reached = new HashMap<>();
    Map<Place, Long> sizes = StepRepository.groupSizes(handle, blueprint, first, last);
    return StepRepository.firstOfGroups(handle, blueprint, first, last).stream()
        .map(
            step -> {
              boolean open =
                  !reached.computeIfAbsent(
                      step.minor(), minor -> BlueprintReach.isReached(handle, blueprint, minor));
              return step.toDataStatement(
                  sizes.getOrDefault(new Place(step.minor(), step.position()), 1L), open);
            })
        .toList();
  }

  /** Adds what a request recorded as a new version. */
  public static void add(Handle handle, long blueprint, int minor, Recording recording, long now) {
    Map<Integer, List<String>> scripts = scripts(recording);
    List<Long> changes = new ArrayList<>();
    for (int i = 0; i < recording.changes().size(); i++) {
      RecordedChange change = recording.changes().get(i);
      changes.add(
          addChange(
              handle,
              blueprint,
              minor,
              i,
              change,
              script(scripts.getOrDefault(i, List.of())),
              now));
    }
    List<StepRow> steps = new ArrayList<>();
    for (int i = 0; i < recording.steps().size(); i++) {
      RecordedStep step = recording.steps().get(i);
      Optional<Long> change =
          step.change().isPresent()
              ? Optional.of(changes.get(step.change().getAsInt()))
              : Optional.empty();
      steps.add(new StepRow(0, change, minor, i, minor, step.statement(), step.data()));
    }
    StepRepository.insert(handle, blueprint, steps);
  }

  private static long addChange(
      Handle handle,
      long blueprint,
      int minor,
      int position,
      RecordedChange change,
      String statement,
      long now) {
    return handle
        .createUpdate(ADD)
        .bind("blueprint", blueprint)
        .bind("minor", minor)
        .bind("position", position)
        .bind("kind", change.kind())
        .bind("object", change.object())
        .bind("summary", change.summary())
        .bind("effect", change.rowEffect().orElse(null))
        .bind("loss", change.loss().orElse(null))
        .bind("statement", statement)
        .bind("revert", change.revert().orElse(null))
        .bind("destructive", change.destructive())
        .bind("now", now)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  /** The statements that tenants run, by the place of their change. */
  private static Map<Integer, List<String>> scripts(Recording recording) {
    Map<Integer, List<String>> scripts = new HashMap<>();
    recording.steps().stream()
        .filter(step -> step.carried() && step.change().isPresent())
        .forEach(
            step ->
                scripts
                    .computeIfAbsent(step.change().getAsInt(), _ -> new ArrayList<>())
                    .add(step.statement().sql()));
    return scripts;
  }

  /** One statement stands alone as it was written; of several each ends with a semicolon. */
  private static String script(List<String> statements) {
    return statements.size() == 1
        ? statements.getFirst()
        : statements.stream().collect(Collectors.joining(";\n", "", ";"));
  }

  /**
   * Ends a change with a new version, and its statements with it.
   *
   * @return whether it was still in effect and on no tenant
   */
  public static boolean remove(Handle handle, long id, int minor, Removal removal) {
    boolean removed =
        handle
                .createUpdate(REMOVE)
                .bind("id", id)
                .bind("minor", minor)
                .bind("removal", removal.stored())
                .execute()
            == 1;
    if (removed) {
      StepRepository.endChange(handle, id, minor);
    }
    return removed;
  }

  /** Ends statements with a new version and begins others in their places. */
  public static void replace(
      Handle handle, long blueprint, int minor, List<StepRow> ended, List<StepRow> begun) {
    ended.forEach(step -> StepRepository.end(handle, step.id(), minor));
    StepRepository.insert(handle, blueprint, begun);
  }

  /** Notes what a change loses, after its data statements were decided otherwise. */
  public static void saveLoss(Handle handle, long change, List<String> losses) {
    handle.execute(
        "UPDATE change SET loss = ?, destructive = ? WHERE id = ?",
        losses.isEmpty() ? null : String.join("; ", losses),
        !losses.isEmpty(),
        change);
  }

  /** Returns a deployment under way that brings a version, or a later one, to tenants. */
  public static Optional<String> openDeployment(Handle handle, long blueprint, int minor) {
    return handle
        .createQuery(OPEN_DEPLOYMENT)
        .bind("blueprint", blueprint)
        .bind("minor", minor)
        .mapTo(String.class)
        .findOne();
  }
}
