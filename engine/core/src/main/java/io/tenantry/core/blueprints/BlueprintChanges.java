package io.tenantry.core.blueprints;

import io.tenantry.core.schema.RecordedDdl;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The recorded statements of blueprints, inside a transaction of the caller. A statement is in
 * effect from the version that added it until the version that skipped or reverted it.
 */
public final class BlueprintChanges {
  private static final String ADD =
      """
      INSERT INTO change (blueprint_id, added_minor, position, kind, object, statement,
                          revert_statement, destructive, created_at)
      VALUES (:blueprint, :minor, :position, :kind, :object, :statement, :revert, :destructive,
              :now)
      """;
  private static final String REMOVE =
      """
      UPDATE change
      SET removed_minor = :minor, removal = :removal
      WHERE id = :id AND removed_minor IS NULL
        AND added_minor > (SELECT deployed_minor FROM blueprint WHERE id = change.blueprint_id)
      """;
  private static final String OPEN_DEPLOYMENT =
      """
      SELECT id FROM deployment
      WHERE blueprint_id = :blueprint AND status IN ('pending', 'running') AND minor >= :minor
      ORDER BY created_at
      LIMIT 1
      """;

  private BlueprintChanges() {}

  /** Why a statement is no longer in effect. */
  public enum Removal {
    /** Taken out of the deploy queue; the workspace keeps it. */
    SKIPPED,
    /** Taken back in the workspace, too. */
    REVERTED;

    String stored() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the statements in effect at the latest version, in order. */
  public static List<ChangeRow> inEffect(Handle handle, long blueprint) {
    return ChangeRepository.inEffect(handle, blueprint);
  }

  /** Returns the statements in effect that no tenant has, oldest first. */
  public static List<ChangeRow> pending(Handle handle, long blueprint, int deployedMinor) {
    return inEffect(handle, blueprint).stream()
        .filter(change -> change.addedMinor() > deployedMinor)
        .toList();
  }

  /** Adds the statements of a new version. */
  public static void add(
      Handle handle, long blueprint, int minor, List<RecordedDdl> recorded, long now) {
    PreparedBatch batch = handle.prepareBatch(ADD);
    for (int i = 0; i < recorded.size(); i++) {
      RecordedDdl ddl = recorded.get(i);
      batch
          .bind("blueprint", blueprint)
          .bind("minor", minor)
          .bind("position", i)
          .bind("kind", ddl.kind())
          .bind("object", ddl.object())
          .bind("statement", ddl.statement())
          .bind("revert", ddl.revert().orElse(null))
          .bind("destructive", ddl.destructive())
          .bind("now", now)
          .add();
    }
    batch.execute();
  }

  /**
   * Ends a statement with a new version.
   *
   * @return whether it was still in effect and on no tenant
   */
  public static boolean remove(Handle handle, long id, int minor, Removal removal) {
    return handle
            .createUpdate(REMOVE)
            .bind("id", id)
            .bind("minor", minor)
            .bind("removal", removal.stored())
            .execute()
        == 1;
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
