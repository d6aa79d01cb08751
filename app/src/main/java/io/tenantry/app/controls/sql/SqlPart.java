package io.tenantry.app.controls.sql;

/**
 * A part of an editor's text.
 *
 * @param sql the part
 * @param start where it starts in the whole text
 */
public record SqlPart(String sql, int start) {}
