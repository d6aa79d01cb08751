package io.tenantry.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings {@code console.json} of an earlier console to today's form, one numbered step after the
 * other. The file of before stays beside it as {@code console.json.v1}, {@code .v2} …
 */
final class SettingsMigrations {
  /** The form of today. A file without a number has form 1. */
  static final int CURRENT = 3;

  private static final String LOCAL = "local";

  private final Path folder;

  SettingsMigrations(Path folder) {
    this.folder = folder;
  }

  static int versionOf(ObjectNode root) {
    return root.path("version").asInt(1);
  }

  /** Changes the settings in place; files are complete before the settings that name them. */
  void run(ObjectNode root) throws IOException {
    List<Step> steps = List.of(this::giveWorkToItsConnection, SettingsMigrations::countWindows);
    for (int from = versionOf(root); from < CURRENT; from++) {
      steps.get(from - 1).run(root);
      root.put("version", from + 1);
    }
  }

  private interface Step {
    void run(ObjectNode root) throws IOException;
  }

  /**
   * 1 to 2: open tabs and typed SQL go to the connection that was open last, for the first project
   * that is opened there. Column widths and splitter positions are dropped: most were set by the
   * layout itself, also in a window too small for it, and nobody can tell which.
   */
  private void giveWorkToItsConnection(ObjectNode root) throws IOException {
    Map<String, String> work = new TreeMap<>();
    Map<String, String> general = new TreeMap<>();
    JsonFiles.texts(root.path("values"))
        .forEach((key, value) -> (key.startsWith("endpoint.") ? general : work).put(key, value));
    String connection = lastConnection(root);
    Path editors = folder.resolve("editors");
    if (!work.isEmpty() || Files.isDirectory(editors)) {
      Path unclaimed =
          folder
              .resolve("projects")
              .resolve(FileName.of(connection))
              .resolve(ProjectMemories.UNCLAIMED);
      copyEditors(editors, unclaimed.resolve("texts"));
      JsonFiles.write(unclaimed.resolve("screens.json"), Map.of("values", work));
    }
    ObjectNode values = root.putObject("values");
    general.forEach(values::put);
    root.putObject("layout");
  }

  /** 2 to 3: what the only window showed becomes the first entry of the list of windows. */
  private static void countWindows(ObjectNode root) {
    ObjectNode window = root.putArray("windows").addObject();
    for (String field : List.of("connection", "route")) {
      window.put(field, root.path(field).asString(""));
      root.remove(field);
    }
    JsonNode place = root.remove("window");
    if (place != null) {
      window.set("place", place);
    }
  }

  private String lastConnection(ObjectNode root) {
    String id = root.path("connection").asString("");
    return savedConnections().contains(id) ? id : LOCAL;
  }

  private Set<String> savedConnections() {
    Set<String> ids = new HashSet<>();
    Path file = folder.resolve("connections.json");
    if (Files.exists(file)) {
      try {
        JsonFiles.read(file)
            .path("connections")
            .forEach(one -> ids.add(one.path("id").asString("")));
      } catch (IOException | JacksonException unreadable) {
        return Set.of();
      }
    }
    return ids;
  }

  private static void copyEditors(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    if (!Files.isDirectory(from)) {
      return;
    }
    String suffix = TextKind.SQL.suffix();
    List<Path> texts;
    try (Stream<Path> files = Files.list(from)) {
      texts = files.filter(file -> file.getFileName().toString().endsWith(suffix)).toList();
    }
    for (Path text : texts) {
      String name = text.getFileName().toString();
      String key = FileName.read(name.substring(0, name.length() - suffix.length()));
      Path target = to.resolve(FileName.of(key) + suffix);
      Files.copy(text, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
