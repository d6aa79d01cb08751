package io.tenantry.app.dialogs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stood in a sheet that was left without an end.
 *
 * @param words what was typed, with number and noun
 * @param at when the last of it was typed
 * @param fields what stood in each field, by its name
 */
record KeptDraft(String words, Instant at, Map<String, String> fields) {
  private static final Logger LOG = LoggerFactory.getLogger(KeptDraft.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  KeptDraft {
    fields = Map.copyOf(fields);
  }

  String write() {
    return JSON.writeValueAsString(this);
  }

  /** Reads it; what another version of the program wrote otherwise is no draft. */
  static Optional<KeptDraft> read(String text) {
    try {
      return Optional.of(JSON.readValue(text, KeptDraft.class));
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      LOG.warn("A kept draft cannot be read", e);
      return Optional.empty();
    }
  }
}
