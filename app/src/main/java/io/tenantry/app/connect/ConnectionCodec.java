package io.tenantry.app.connect;

import io.tenantry.app.guard.GuardLevel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Connections as JSON, without secrets: for the console's own file and for export. Any thread. */
final class ConnectionCodec {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String URL = "url";
  private static final String FOLDER = "folder";

  private ConnectionCodec() {}

  static String write(List<Connection> connections) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Connection connection : connections) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", connection.id());
      one.put("name", connection.name());
      one.put(connection.isLocal() ? FOLDER : URL, connection.address());
      one.put("colour", connection.colour().name());
      one.put("group", connection.group());
      one.put("guard", connection.guard().name());
      connection.lastUsed().ifPresent(used -> one.put("lastUsed", used.toString()));
      all.add(one);
    }
    return JSON.writeValueAsString(Map.of("connections", all));
  }

  /**
   * Reads connections; entries without a usable address are left out.
   *
   * @param home data folder of the local engine where none is written, as earlier consoles did
   */
  static List<Connection> read(String text, Path home) {
    List<Connection> found = new ArrayList<>();
    for (JsonNode one : JSON.readTree(text).path("connections")) {
      read(one, home).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Connection> read(JsonNode one, Path home) {
    String id = one.path("id").asString(UUID.randomUUID().toString());
    String folder = one.path(FOLDER).asString("");
    Optional<EngineTarget> target =
        id.equals(Connection.LOCAL_ID) || !folder.isEmpty()
            ? local(folder, home)
            : EngineTarget.parse(one.path(URL).asString("")).map(EngineTarget.Remote::new);
    return target.map(
        where ->
            new Connection(
                id,
                one.path("name").asString(id),
                where,
                choice(one.path("colour"), ConnectionColour.values(), ConnectionColour.BLUE),
                one.path("group").asString(""),
                choice(one.path("guard"), GuardLevel.values(), GuardLevel.CONFIRM),
                instant(one.path("lastUsed").asString(""))));
  }

  private static Optional<EngineTarget> local(String folder, Path home) {
    try {
      return Optional.of(new EngineTarget.Local(folder.isEmpty() ? home : Path.of(folder)));
    } catch (InvalidPathException notHere) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException notAnInstant) {
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> E choice(JsonNode node, E[] values, E initial) {
    String name = node.asString("");
    for (E value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    return initial;
  }
}
