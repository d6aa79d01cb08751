package io.tenantry.app.lists;

/**
 * Something that goes on with many rows.
 *
 * @param words what is done, for example {@code Suspending}
 * @param done how many rows are through
 * @param total how many there are
 * @param cancel ends it after the row it is at
 */
public record ListWork(String words, long done, long total, Runnable cancel) {}
