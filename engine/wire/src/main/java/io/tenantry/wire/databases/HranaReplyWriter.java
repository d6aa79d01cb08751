package io.tenantry.wire.databases;

import io.tenantry.contract.databases.DatabaseColumn;
import io.tenantry.contract.databases.DatabaseDescription;
import io.tenantry.contract.databases.DatabaseResult;
import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.contract.databases.StepOutcome;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Value;
import io.tenantry.wire.json.Json;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the reply to a pipeline while its requests are answered: each row becomes bytes at once.
 */
public final class HranaReplyWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private final JsonGenerator json = Json.generator(bytes);

  /** Starts the reply. */
  public HranaReplyWriter() {
    json.writeStartObject();
    json.writeName("results");
    json.writeStartArray();
  }

  /** Returns about how large the reply is already. */
  public int size() {
    return bytes.size();
  }

  /** Answers {@code sequence}. */
  public void sequence(RecordedChanges recorded) {
    start("sequence");
    recorded(json, recorded);
    end();
  }

  /** Answers a request that has nothing to tell but its type. */
  public void ok(String type) {
    start(type);
    end();
  }

  /** Answers {@code execute}. */
  public void executed(DatabaseResult result, RecordedChanges recorded) {
    start("execute");
    json.writeName("result");
    write(result);
    recorded(json, recorded);
    end();
  }

  /** Answers {@code batch}. */
  public void batch(List<StepOutcome> outcomes, RecordedChanges recorded) {
    start("batch");
    json.writeName("result");
    json.writeStartObject();
    json.writeName("step_results");
    json.writeStartArray();
    for (StepOutcome outcome : outcomes) {
      if (outcome instanceof StepOutcome.Done(DatabaseResult result)) {
        write(result);
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
    json.writeName("step_errors");
    json.writeStartArray();
    for (StepOutcome outcome : outcomes) {
      if (outcome instanceof StepOutcome.Broken(EngineException error)) {
        json.writePOJO(HranaError.of(error));
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
    recorded(json, recorded);
    end();
  }

  /** Answers {@code describe}. */
  public void described(DatabaseDescription description) {
    start("describe");
    json.writeName("result");
    json.writeStartObject();
    json.writeName("params");
    json.writeStartArray();
    for (Optional<String> name : description.parameters()) {
      json.writeStartObject();
      json.writeName("name");
      text(json, name);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeName("cols");
    columns(json, description.columns());
    json.writeName("is_explain");
    json.writeBoolean(description.isExplain());
    json.writeName("is_readonly");
    json.writeBoolean(description.isReadOnly());
    json.writeEndObject();
    end();
  }

  /** Answers {@code get_autocommit}. */
  public void autocommit(boolean is) {
    start("get_autocommit");
    json.writeName("is_autocommit");
    json.writeBoolean(is);
    end();
  }

  /** Answers a request that failed. */
  public void failed(EngineException error) {
    json.writeStartObject();
    json.writeName("type");
    json.writeString("error");
    json.writeName("error");
    json.writePOJO(HranaError.of(error));
    json.writeEndObject();
  }

  /**
   * Ends the reply.
   *
   * @param baton how the stream goes on; empty when it has ended
   */
  public byte[] done(Optional<String> baton) {
    json.writeEndArray();
    json.writeName("baton");
    text(json, baton);
    json.writeName("base_url");
    json.writeNull();
    json.writeEndObject();
    json.close();
    return bytes.toByteArray();
  }

  private void start(String type) {
    json.writeStartObject();
    json.writeName("type");
    json.writeString("ok");
    json.writeName("response");
    json.writeStartObject();
    json.writeName("type");
    json.writeString(type);
  }

  private void end() {
    json.writeEndObject();
    json.writeEndObject();
  }

  private void write(DatabaseResult result) {
    json.writeStartObject();
    json.writeName("cols");
    columns(json, result.columns());
    json.writeName("rows");
    json.writeStartArray();
    for (List<Value> row : result.rows()) {
      row(json, row);
    }
    json.writeEndArray();
    counts(json, result);
    json.writeName("query_duration_ms");
    json.writeNumber(result.durationMs());
    json.writeEndObject();
  }

  static void counts(JsonGenerator json, DatabaseResult result) {
    json.writeName("affected_row_count");
    json.writeNumber(result.affectedRows());
    json.writeName("last_insert_rowid");
    text(json, result.lastInsertId().map(id -> Long.toString(id)));
  }

  /** Tells of schema changes, beside what the specification knows; nothing when there were none. */
  static void recorded(JsonGenerator json, RecordedChanges recorded) {
    if (!recorded.isEmpty()) {
      json.writeName("data_statements");
      json.writePOJO(recorded.dataStatements());
      json.writeName("warnings");
      json.writePOJO(recorded.warnings());
    }
  }

  static void row(JsonGenerator json, List<Value> row) {
    json.writeStartArray();
    for (Value value : row) {
      HranaValue.write(value, json);
    }
    json.writeEndArray();
  }

  static void columns(JsonGenerator json, List<DatabaseColumn> columns) {
    json.writeStartArray();
    for (DatabaseColumn column : columns) {
      json.writeStartObject();
      json.writeName("name");
      json.writeString(column.name());
      json.writeName("decltype");
      text(json, column.declaredType());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void text(JsonGenerator json, Optional<String> text) {
    if (text.isPresent()) {
      json.writeString(text.get());
    } else {
      json.writeNull();
    }
  }
}
