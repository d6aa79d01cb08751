package io.tenantry.app.settings;

/**
 * What a piece of work belongs to: a project on one engine. Two connections to the same engine are
 * two scopes, because colour and guard level are the connection's and work must not change them.
 *
 * @param connection id of the connection
 * @param project id of the project
 */
public record ProjectScope(String connection, String project) {}
