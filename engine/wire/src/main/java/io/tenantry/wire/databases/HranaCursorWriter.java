package io.tenantry.wire.databases;

import io.tenantry.contract.databases.DatabaseResult;
import io.tenantry.contract.databases.RecordedChanges;
import io.tenantry.contract.databases.StepOutcome;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.Value;
import io.tenantry.wire.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the reply to a cursor: one line of JSON per entry. */
public final class HranaCursorWriter {
  private static final byte[] LINE = "\n".getBytes(StandardCharsets.US_ASCII);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

  /**
   * Starts the reply.
   *
   * @param baton how the stream goes on
   */
  public HranaCursorWriter(Optional<String> baton) {
    Map<String, @Nullable Object> first = new LinkedHashMap<>();
    first.put("baton", baton.orElse(null));
    first.put("base_url", null);
    line(json -> json.writePOJO(first));
  }

  /**
   * Writes the entries of all steps; skipped ones have none.
   *
   * @param recorded told with the last step that was done
   */
  public void batch(List<StepOutcome> outcomes, RecordedChanges recorded) {
    int last = lastDone(outcomes);
    for (int i = 0; i < outcomes.size(); i++) {
      switch (outcomes.get(i)) {
        case StepOutcome.Done(DatabaseResult result) ->
            step(i, result, i == last ? recorded : RecordedChanges.NOTHING);
        case StepOutcome.Broken(EngineException error) -> stepError(i, error);
        case StepOutcome.Skipped() -> {}
      }
    }
  }

  private static int lastDone(List<StepOutcome> outcomes) {
    int last = outcomes.size() - 1;
    while (last >= 0 && !(outcomes.get(last) instanceof StepOutcome.Done)) {
      last--;
    }
    return last;
  }

  /** Writes that the batch as a whole failed. */
  public void failed(EngineException error) {
    line(json -> json.writePOJO(Map.of("type", "error", "error", HranaError.of(error))));
  }

  /** Returns the whole reply. */
  public byte[] done() {
    return bytes.toByteArray();
  }

  private void stepError(int step, EngineException error) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("type", "step_error");
    entry.put("step", step);
    entry.put("error", HranaError.of(error));
    line(json -> json.writePOJO(entry));
  }

  private void step(int step, DatabaseResult result, RecordedChanges recorded) {
    entry(
        "step_begin",
        json -> {
          json.writeName("step");
          json.writeNumber(step);
          json.writeName("cols");
          HranaReplyWriter.columns(json, result.columns());
        });
    for (List<Value> row : result.rows()) {
      entry(
          "row",
          json -> {
            json.writeName("row");
            HranaReplyWriter.row(json, row);
          });
    }
    entry(
        "step_end",
        json -> {
          HranaReplyWriter.counts(json, result);
          HranaReplyWriter.recorded(json, recorded);
        });
  }

  private void entry(String type, Consumer<JsonGenerator> fields) {
    line(
        json -> {
          json.writeStartObject();
          json.writeName("type");
          json.writeString(type);
          fields.accept(json);
          json.writeEndObject();
        });
  }

  private void line(Consumer<JsonGenerator> entry) {
    try (JsonGenerator json = Json.generator(bytes)) {
      entry.accept(json);
    }
    bytes.writeBytes(LINE);
  }
}
