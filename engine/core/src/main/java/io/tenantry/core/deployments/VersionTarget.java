package io.tenantry.core.deployments;

/**
 * A version that databases are brought to.
 *
 * @param minor its number
 * @param fingerprint its schema
 */
record VersionTarget(int minor, String fingerprint) {}
