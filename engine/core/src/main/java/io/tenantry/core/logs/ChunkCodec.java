package io.tenantry.core.logs;

import io.tenantry.contract.logs.QuerySource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Packs entries of one database that were noted together. A text that comes often is written once,
 * so an entry of a prepared statement takes about eight bytes instead of a row of a table and one
 * of an index: that is what makes it affordable to note every query.
 */
final class ChunkCodec {
  private static final int WITHOUT_ROWS = 1;
  private static final int FORMAT = 2;
  private static final int FAILED = 1;
  private static final int SLOW = 2;
  private static final int PROXY = 4;
  private static final int CONSOLE = 8;

  private ChunkCodec() {}

  static byte[] encode(List<Noted> entries) {
    Map<String, Integer> texts = new LinkedHashMap<>();
    Bytes body = new Bytes();
    long id = 0;
    long at = 0;
    for (Noted entry : entries) {
      body.number(flags(entry));
      body.number(entry.id() - id);
      body.signed(entry.atMillis() - at);
      body.number(entry.micros());
      body.number(index(texts, entry.query()));
      entry.error().ifPresent(error -> body.number(index(texts, error)));
      body.number(entry.rows() + 1);
      id = entry.id();
      at = entry.atMillis();
    }
    Bytes head = new Bytes();
    head.number(FORMAT);
    head.number(texts.size());
    texts.keySet().forEach(head::text);
    head.number(entries.size());
    head.append(body);
    return head.toArray();
  }

  private static int index(Map<String, Integer> texts, String text) {
    Integer known = texts.get(text);
    if (known == null) {
      known = texts.size();
      texts.put(text, known);
    }
    return known;
  }

  private static int flags(Noted entry) {
    return (entry.failed() ? FAILED : 0) | (entry.slow() ? SLOW : 0) | door(entry.source());
  }

  private static int door(QuerySource source) {
    return switch (source) {
      case PROXY -> PROXY;
      case CONSOLE -> CONSOLE;
      case API -> 0;
    };
  }

  private static QuerySource source(int flags) {
    if ((flags & CONSOLE) != 0) {
      return QuerySource.CONSOLE;
    }
    return (flags & PROXY) == 0 ? QuerySource.API : QuerySource.PROXY;
  }

  /** Returns the entries in the order in which they were noted. */
  static List<Noted> decode(byte[] payload) {
    Bytes.Reader reader = new Bytes.Reader(payload);
    long format = reader.number();
    if (format != FORMAT && format != WITHOUT_ROWS) {
      throw new IllegalStateException("a chunk of another format");
    }
    String[] texts = new String[(int) reader.number()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = reader.text();
    }
    int count = (int) reader.number();
    List<Noted> entries = new ArrayList<>(count);
    long id = 0;
    long at = 0;
    for (int i = 0; i < count; i++) {
      int flags = (int) reader.number();
      id += reader.number();
      at += reader.signed();
      entries.add(entry(reader, flags, id, at, texts, format == FORMAT));
    }
    return entries;
  }

  private static Noted entry(
      Bytes.Reader reader, int flags, long id, long at, String[] texts, boolean hasRows) {
    long micros = reader.number();
    String query = texts[(int) reader.number()];
    Optional<String> error =
        (flags & FAILED) == 0 ? Optional.empty() : Optional.of(texts[(int) reader.number()]);
    return new Noted(
        id,
        at,
        source(flags),
        micros,
        (flags & SLOW) != 0,
        query,
        error,
        hasRows ? reader.number() - 1 : QueryEvent.NO_ROWS);
  }
}
