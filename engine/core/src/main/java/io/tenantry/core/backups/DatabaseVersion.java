package io.tenantry.core.backups;

/**
 * What the file of a database says about itself.
 *
 * @param minor the version of its blueprint
 * @param fingerprint its schema
 */
public record DatabaseVersion(int minor, String fingerprint) {}
