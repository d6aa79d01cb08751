package io.tenantry.app.tasks;

import java.util.OptionalDouble;

/**
 * Long work, as the job list shows it.
 *
 * @param id its id: in the engine, or in this window
 * @param title what it does: "Deploy fintech 1.3"
 * @param detail how far it is in words: "148/200 tenants"
 * @param progress the ended share, 0–1; empty where nobody knows it
 * @param failures how many parts failed so far
 * @param ended whether nothing more will happen by itself
 */
public record Job(
    String id, String title, String detail, OptionalDouble progress, int failures, boolean ended) {}
