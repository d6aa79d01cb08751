package io.tenantry.contract.users;

/**
 * A table and how much is in it.
 *
 * @param name its name
 * @param rowCount its rows
 */
public record TableSize(String name, long rowCount) {}
