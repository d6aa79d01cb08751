package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.SchemaEdit;
import io.tenantry.app.screens.workspaces.edits.Stranded;
import java.util.Optional;

/**
 * A staged edit as the strip lists it.
 *
 * @param edit the edit itself
 * @param words what it does, for example "Rename column users.name to full_name"
 * @param sql the statements it becomes; empty for one that has no place any more
 * @param warning what to know before it is applied, or why it cannot be
 * @param destructive whether it destroys rows or values
 * @param standing whether it can be applied
 */
public record StagedChange(
    SchemaEdit edit,
    String words,
    String sql,
    Optional<String> warning,
    boolean destructive,
    Standing standing) {

  /** Whether a staged edit can be applied. */
  public enum Standing {
    /** It can. */
    FITS,
    /** It is what the last attempt failed at. */
    FAILED,
    /** The schema changed, and has no place for it any more. */
    STRANDED
  }

  /** Says whether the schema has no place for it any more. */
  public boolean isStranded() {
    return standing == Standing.STRANDED;
  }

  static StagedChange stranded(Stranded stranded, String words) {
    return new StagedChange(
        stranded.edit(), words, "", Optional.of(stranded.reason()), false, Standing.STRANDED);
  }
}
