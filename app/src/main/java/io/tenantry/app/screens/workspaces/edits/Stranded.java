package io.tenantry.app.screens.workspaces.edits;

/**
 * An edit that cannot be done any more, because the schema changed after it was staged. It is kept
 * and shown until the user takes it back, or until it fits again.
 *
 * @param edit the edit
 * @param reason what is different now
 */
public record Stranded(SchemaEdit edit, String reason) {}
