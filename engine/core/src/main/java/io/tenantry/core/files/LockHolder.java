package io.tenantry.core.files;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who has a data folder open.
 *
 * @param pid its process
 * @param host its machine
 * @param startedAt since when
 * @param url where it answers HTTP, if it does
 */
public record LockHolder(long pid, String host, Instant startedAt, Optional<URI> url) {

  /** Returns the text that is kept in the lock file, one {@code name=value} a line. */
  String toText() {
    return "pid=%d\nhost=%s\nstarted=%s\nurl=%s\n"
        .formatted(pid, host, startedAt, url.map(URI::toString).orElse(""));
  }

  /** Reads the text of a lock file; empty when it is not complete. */
  static Optional<LockHolder> parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    text.lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> values.put(pair[0], pair[1]));
    try {
      String url = values.getOrDefault("url", "");
      return Optional.of(
          new LockHolder(
              Long.parseLong(values.getOrDefault("pid", "")),
              values.getOrDefault("host", ""),
              Instant.parse(values.getOrDefault("started", "")),
              url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url))));
    } catch (IllegalArgumentException | DateTimeException incomplete) {
      return Optional.empty();
    }
  }
}
