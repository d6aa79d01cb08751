package io.tenantry.app.screens.query;

/**
 * One answer and all tenants that gave exactly it, so that ten thousand equal ones are one row.
 *
 * @param group its number, in the order in which answers came first; -1 for all those that are too
 *     different to be told apart
 * @param tenants how many gave it
 * @param failed whether it is an error
 * @param answer the error, or the rows in few words
 * @param names the first of the tenants
 */
record FoldedAnswer(int group, int tenants, boolean failed, String answer, String names) {}
