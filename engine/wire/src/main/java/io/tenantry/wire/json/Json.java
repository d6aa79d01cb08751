package io.tenantry.wire.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantry.contract.workspaces.ColumnDefinition;
import io.tenantry.contract.workspaces.WorkspaceSchema;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The only codec. Record components become snake_case fields in their order; absent optionals are
 * left out; unknown fields are ignored. Any thread.
 */
public final class Json {
  private static final int MAX_STRING = 256 * 1024 * 1024;
  private static final JsonMapper MAPPER = mapper();

  private Json() {}

  private static JsonMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(MAX_STRING).build())
            .build();
    return JsonMapper.builder(factory)
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .changeDefaultPropertyInclusion(
            always ->
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .addModule(new ContractModule())
        .addMixIn(ColumnDefinition.class, DefaultIsAKeyword.class)
        .addMixIn(WorkspaceSchema.Column.class, DefaultIsAKeyword.class)
        .build();
  }

  /** Writes a record as JSON in UTF-8. */
  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** Writes a record as JSON in UTF-8 to a stream, which stays open. */
  public static void write(OutputStream stream, Object value) {
    MAPPER
        .writer()
        .without(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
        .writeValue(stream, value);
  }

  /** Returns a writer for replies that are written piece by piece; closing it closes the stream. */
  public static JsonGenerator generator(OutputStream stream) {
    return MAPPER.createGenerator(stream);
  }

  /** Writes a record as JSON text. */
  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /**
   * Reads a record; fields it does not know are ignored.
   *
   * @throws JsonException when the bytes are no JSON, or not of this shape
   */
  public static <T> T read(byte[] bytes, Class<T> type) {
    try {
      return MAPPER.readValue(bytes, type);
    } catch (JacksonException malformed) {
      throw new JsonException(malformed);
    }
  }

  /**
   * Reads a tree.
   *
   * @throws JsonException when the bytes are no JSON
   */
  public static JsonNode tree(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (JacksonException malformed) {
      throw new JsonException(malformed);
    }
  }
}
