package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.SchemaEdits;
import io.tenantry.app.screens.workspaces.edits.StagedJson;
import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.settings.TextKind;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.Optional;

/**
 * Keeps what is staged in each workspace until it is applied or taken back, also through a crash.
 *
 * @param texts where it is kept
 */
record StagedJournal(TextJournal texts) {
  private static final String UNREADABLE = ".unreadable";

  /** What was kept of a workspace. */
  sealed interface Kept {}

  /** Nothing. */
  record Nothing() implements Kept {}

  /**
   * Staged edits, laid over the schema as it is now.
   *
   * @param edits the edits
   */
  record Staged(SchemaEdits edits) implements Kept {}

  /** A text that cannot be understood; it is kept under another name. */
  record Unreadable() implements Kept {}

  void keep(String workspace, SchemaEdits staged) {
    if (staged.isNothing()) {
      texts.forget(TextKind.STAGED, workspace);
    } else {
      texts.keep(TextKind.STAGED, workspace, StagedJson.write(staged));
    }
  }

  Kept read(String workspace, WorkspaceSchema schema) {
    Optional<String> text = texts.read(TextKind.STAGED, workspace);
    if (text.isEmpty()) {
      return new Nothing();
    }
    Optional<SchemaEdits> edits = StagedJson.read(text.get(), schema);
    if (edits.isPresent()) {
      return new Staged(edits.get());
    }
    texts.keep(TextKind.STAGED, workspace + UNREADABLE, text.get());
    return new Unreadable();
  }
}
