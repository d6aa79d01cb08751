package io.tenantry.app.screens.workspaces.grid;

import io.tenantry.app.screens.workspaces.edits.SchemaEdit;
import java.util.Optional;

/**
 * A staged edit as the strip lists it.
 *
 * @param edit the edit itself
 * @param words what it does, for example "Rename column users.name to full_name"
 * @param sql the statements it becomes
 * @param warning what to know before it is applied
 * @param destructive whether it destroys rows or values
 * @param failed whether it is what the last attempt failed at
 */
public record StagedChange(
    SchemaEdit edit,
    String words,
    String sql,
    Optional<String> warning,
    boolean destructive,
    boolean failed) {}
