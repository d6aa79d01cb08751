package io.tenantry.app.screens.deployments;

/**
 * What tenants were counted for.
 *
 * @param tenants how many have any
 * @param sum how many they have together
 */
record Counted(int tenants, long sum) {
  static final Counted NOTHING = new Counted(0, 0);

  Counted plus(long number) {
    return new Counted(tenants + (number == 0 ? 0 : 1), sum + number);
  }
}
