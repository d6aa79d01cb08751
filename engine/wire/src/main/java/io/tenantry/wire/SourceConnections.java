package io.tenantry.wire;

import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.SourceConnection;
import io.tenantry.wire.json.Fields;
import java.util.List;
import java.util.Optional;

/** How a database to bring in is spelled: {@code {"type":"sqlite","path":"…"}}. */
public final class SourceConnections {
  private static final List<String> TYPES =
      List.of("sqlite", "libsql", "postgresql", "mysql", "mongodb");

  private SourceConnections() {}

  /**
   * Reads the field {@code connection} of a body.
   *
   * @throws EngineException BAD_REQUEST for a missing field, and for kinds of servers that cannot
   *     be read
   */
  public static SourceConnection read(Fields body) {
    Fields connection = body.object("connection");
    String type = connection.text("type");
    return switch (type) {
      case "sqlite" -> new SourceConnection.SqliteFile(connection.text("path"));
      case "libsql" ->
          new SourceConnection.LibSql(
              connection.text("url"), connection.optionalText("auth_token").map(Secret::new));
      case "postgresql", "mysql", "mongodb" ->
          throw EngineException.badField(
              "connection.type",
              "connection.type '"
                  + type
                  + "' is not available on this engine. Use sqlite (a file, with path) or libsql"
                  + " (with url and auth_token)");
      default -> throw Fields.notOneOf("connection.type", TYPES);
    };
  }

  /** Returns how a connection is written. */
  public static Written write(SourceConnection connection) {
    return switch (connection) {
      case SourceConnection.SqliteFile(String path) ->
          new Written(connection.type(), Optional.of(path), Optional.empty(), Optional.empty());
      case SourceConnection.LibSql(String url, Optional<Secret> token) ->
          new Written(connection.type(), Optional.empty(), Optional.of(url), token);
    };
  }

  /**
   * A connection as JSON.
   *
   * @param type {@code sqlite} or {@code libsql}
   * @param path the file
   * @param url the address
   * @param authToken the bearer token
   */
  public record Written(
      String type, Optional<String> path, Optional<String> url, Optional<Secret> authToken) {}
}
