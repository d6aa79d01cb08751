package io.tenantry.app.screens.workspaces.edits;

/**
 * SQL that is laid ready for the user to change and run.
 *
 * @param text the SQL
 * @param caret where in it something is to be changed
 */
public record PreparedSql(String text, int caret) {}
