package io.tenantry.bench;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.tenantry.wire.json.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;

/**
 * The bare limit of HTTP: the same web server and driver with nothing between them. One file, four
 * connections, prepared statements; no credential, gate, deadline or log.
 */
public final class BareServer {
  private static final int CONNECTIONS = 4;

  private BareServer() {}

  /** Serves {@code POST /} on a port: port, file, statement. */
  public static void main(String[] args) throws SQLException {
    BlockingQueue<PreparedStatement> pool = new LinkedBlockingQueue<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + Path.of(args[1]));
      pool.add(connection.prepareStatement(args[2]));
    }
    WebServer.builder()
        .port(Integer.parseInt(args[0]))
        .routing(routing -> routing.any((request, response) -> answer(request, response, pool)))
        .build()
        .start();
    System.out.println("ready");
  }

  private static void answer(
      ServerRequest request, ServerResponse response, BlockingQueue<PreparedStatement> pool)
      throws Exception {
    JsonNode body = Json.tree(request.content().as(byte[].class));
    PreparedStatement statement = pool.take();
    List<List<Object>> rows = new ArrayList<>();
    try {
      statement.setLong(1, body.get("params").get(0).longValue());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          List<Object> values = new ArrayList<>();
          for (int i = 1; i <= 5; i++) {
            values.add(row.getObject(i));
          }
          rows.add(values);
        }
      }
    } finally {
      pool.add(statement);
    }
    response.header("Content-Type", "application/json");
    response.send(Json.bytes(Map.of("rows", rows)));
  }
}
