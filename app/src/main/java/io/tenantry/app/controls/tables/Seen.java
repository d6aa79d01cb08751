package io.tenantry.app.controls.tables;

/**
 * The rows that are seen.
 *
 * @param first index of the first, perhaps only in part
 * @param last index of the last, perhaps only in part
 */
public record Seen(int first, int last) {}
