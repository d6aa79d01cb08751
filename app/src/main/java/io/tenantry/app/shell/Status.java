package io.tenantry.app.shell;

/**
 * What header and status bar say about the open engine.
 *
 * @param online whether it answered last time
 * @param latency how long it took to answer, with its unit; empty for the local engine
 * @param version its name and version
 * @param tenants tenants of the project
 * @param connections open SQLite connections
 * @param memory memory it uses
 */
record Status(
    boolean online,
    String latency,
    String version,
    String tenants,
    String connections,
    String memory) {
  static final Status NONE = new Status(false, "", "", "", "", "");

  /** The same while the engine does not answer. */
  Status offline() {
    return new Status(false, "", version, tenants, connections, memory);
  }
}
