package io.tenantry.contract.blueprints;

/**
 * Which way between two versions of a blueprint is asked for.
 *
 * @param fromVersion the version a database is on
 * @param toVersion the version it is to get to; may be older
 * @param hints what was renamed; what recorded statements renamed need not be named
 */
public record CompareVersions(Version fromVersion, Version toVersion, SchemaHints hints) {
  /** Asks without hints. */
  public CompareVersions(Version fromVersion, Version toVersion) {
    this(fromVersion, toVersion, SchemaHints.none());
  }
}
