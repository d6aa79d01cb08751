package io.tenantry.core.logs;

/**
 * What two days of a tenant amount to.
 *
 * @param tenantId its row; 0 for nobody
 */
record TwoDays(long tenantId, String tenant, Tally before, Tally later) {
  TwoDays(long tenantId, String tenant) {
    this(tenantId, tenant, new Tally(), new Tally());
  }
}
