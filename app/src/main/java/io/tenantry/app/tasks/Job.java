package io.tenantry.app.tasks;

/**
 * Long work of an engine, as the job bar shows it.
 *
 * @param id its id in the engine
 * @param title what it does: "Deploy fintech 1.3"
 * @param detail how far it is in words: "148/200 tenants"
 * @param progress the ended share, 0–1
 * @param failures how many parts failed so far
 * @param ended whether nothing more will happen by itself
 */
public record Job(
    String id, String title, String detail, double progress, int failures, boolean ended) {}
