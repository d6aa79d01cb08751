package io.tenantry.app.screens.workspaces.edits;

import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Staged edits as a text that survives the program. Names in it are its own, so that classes can be
 * renamed. Any thread.
 */
public final class StagedJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StagedJson() {}

  /** Writes everything that is staged. */
  public static String write(SchemaEdits staged) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("keys", staged.lastKey());
    root.put("edits", staged.all().stream().map(StagedJson::edit).toList());
    root.put("origins", staged.origins().statements());
    return JSON.writeValueAsString(root);
  }

  /**
   * Reads what was written and lays it over the schema as it is now.
   *
   * @return empty when the text is not one of these
   */
  public static Optional<SchemaEdits> read(String text, WorkspaceSchema schema) {
    try {
      JsonNode root = JSON.readTree(text);
      if (!root.path("edits").isArray()) {
        return Optional.empty();
      }
      List<SchemaEdit> edits = new ArrayList<>();
      for (JsonNode node : root.path("edits")) {
        edits.add(edit(node));
      }
      Map<String, String> statements = new HashMap<>();
      root.path("origins").forEachEntry((name, sql) -> statements.put(name, sql.asString("")));
      int keys = root.path("keys").asInt(0);
      return Optional.of(SchemaEdits.restored(schema, edits, new Origins(statements), keys));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> edit(SchemaEdit edit) {
    Map<String, Object> out = new LinkedHashMap<>();
    switch (edit) {
      case SchemaEdit.AddTable added -> {
        out.put("do", "add_table");
        out.put("name", added.name());
        out.put("columns", added.columns().stream().map(StagedJson::added).toList());
      }
      case SchemaEdit.RenameTable renamed -> {
        out.put("do", "rename_table");
        out.put("to", renamed.to());
      }
      case SchemaEdit.DropTable _ -> out.put("do", "drop_table");
      case SchemaEdit.AddColumn added -> {
        out.put("do", "add_column");
        out.putAll(added(new SchemaEdit.Added(added.column(), added.spec())));
      }
      case SchemaEdit.RenameColumn renamed -> {
        out.put("do", "rename_column");
        out.put("column", key(renamed.column()));
        out.put("to", renamed.to());
      }
      case SchemaEdit.DropColumn dropped -> {
        out.put("do", "drop_column");
        out.put("column", key(dropped.column()));
      }
      case SchemaEdit.AddIndex added -> {
        out.put("do", "add_index");
        out.put("name", added.name());
        out.put("columns", added.columns().stream().map(StagedJson::key).toList());
        out.put("unique", added.unique());
      }
      case SchemaEdit.DropIndex dropped -> {
        out.put("do", "drop_index");
        out.put("name", dropped.name());
      }
    }
    out.put("table", key(edit.table()));
    return out;
  }

  private static SchemaEdit edit(JsonNode node) {
    Key table = key(node.path("table"));
    String name = node.path("name").asString("");
    String to = node.path("to").asString("");
    return switch (node.path("do").asString("")) {
      case "add_table" ->
          new SchemaEdit.AddTable(table, name, list(node.path("columns"), StagedJson::added));
      case "rename_table" -> new SchemaEdit.RenameTable(table, to);
      case "drop_table" -> new SchemaEdit.DropTable(table);
      case "add_column" -> {
        SchemaEdit.Added added = added(node);
        yield new SchemaEdit.AddColumn(table, added.key(), added.spec());
      }
      case "rename_column" -> new SchemaEdit.RenameColumn(table, key(node.path("column")), to);
      case "drop_column" -> new SchemaEdit.DropColumn(table, key(node.path("column")));
      case "add_index" ->
          new SchemaEdit.AddIndex(
              table,
              name,
              list(node.path("columns"), StagedJson::key),
              node.path("unique").asBoolean(false));
      case "drop_index" -> new SchemaEdit.DropIndex(table, name);
      default -> throw new IllegalArgumentException("no edit of this kind");
    };
  }

  private static Map<String, Object> added(SchemaEdit.Added added) {
    ColumnSpec spec = added.spec();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("column", key(added.key()));
    out.put("name", spec.name());
    out.put("type", spec.type());
    out.put("nullable", spec.nullable());
    out.put("default", spec.defaultValue());
    out.put("primary_key", spec.primaryKey());
    out.put("unique", spec.unique());
    out.put("references", spec.references().map(Reference::text).orElse(""));
    return out;
  }

  private static SchemaEdit.Added added(JsonNode node) {
    ColumnSpec spec =
        new ColumnSpec(
            node.path("name").asString(""),
            node.path("type").asString(""),
            node.path("nullable").asBoolean(true),
            node.path("default").asString(""),
            node.path("primary_key").asBoolean(false),
            node.path("unique").asBoolean(false),
            Reference.parse(node.path("references").asString("")));
    return new SchemaEdit.Added(key(node.path("column")), spec);
  }

  /** A name for what the database has, a number for what is to be added. */
  private static Object key(Key key) {
    return key.isAdded() ? (Object) key.added() : key.name();
  }

  private static Key key(JsonNode node) {
    if (node.isInt()) {
      return Key.added(node.asInt());
    }
    if (!node.isString()) {
      throw new IllegalArgumentException("no key");
    }
    return Key.of(node.asString());
  }

  private static <T> List<T> list(JsonNode nodes, Function<JsonNode, T> read) {
    List<T> found = new ArrayList<>();
    nodes.forEach(node -> found.add(read.apply(node)));
    return found;
  }
}
