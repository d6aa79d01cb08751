package io.tenantry.core.deployments;

/**
 * What one tenant lost in one way.
 *
 * @param from the version that it was on
 * @param what what it was, for people
 * @param rows how many rows
 * @param values how many values that are not NULL, of rows that stay
 */
record Lost(int from, String what, long rows, long values) {
  boolean isAny() {
    return rows > 0 || values > 0;
  }
}
