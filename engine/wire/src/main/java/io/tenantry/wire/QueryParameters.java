package io.tenantry.wire;

import io.tenantry.contract.Coded;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.wire.json.Fields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The part of an address behind the question mark, read and written in one place. */
public final class QueryParameters {
  private final Map<String, String> values;

  private QueryParameters(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** No parameters. */
  public static QueryParameters none() {
    return new QueryParameters(Map.of());
  }

  /** The given parameters, names and values decoded. */
  public static QueryParameters of(Map<String, String> values) {
    return new QueryParameters(values);
  }

  /** Returns the same with one more. */
  public QueryParameters with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value.toString());
    return new QueryParameters(more);
  }

  /** Returns the same with the limit and the beginning of a page. */
  public QueryParameters withPage(PageRequest page) {
    return with("limit", page.limit()).with("cursor", page.cursor()).with("offset", page.offset());
  }

  /** Returns the same with one more, or the same when there is none. */
  public QueryParameters with(String name, Optional<?> value) {
    return value.isPresent() ? with(name, value.get()) : this;
  }

  /** Returns all, names and values decoded. */
  public Map<String, String> values() {
    return values;
  }

  /** Returns a text, or empty when it is missing or empty. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /**
   * Returns a number.
   *
   * @throws EngineException BAD_REQUEST {@code x must be an integer}
   */
  public Optional<Integer> integer(String name) {
    return text(name).map(value -> number(name, value, Integer::parseInt));
  }

  /**
   * Returns a number that may be large.
   *
   * @throws EngineException BAD_REQUEST {@code x must be an integer}
   */
  public Optional<Long> longNumber(String name) {
    return text(name).map(value -> number(name, value, Long::parseLong));
  }

  /**
   * Returns a switch; missing means off.
   *
   * @throws EngineException BAD_REQUEST {@code x must be true or false}
   */
  public boolean flag(String name) {
    String value = text(name).orElse("false");
    return switch (value) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw EngineException.badField(name, name + " must be true or false");
    };
  }

  /**
   * Returns a constant.
   *
   * @throws EngineException BAD_REQUEST {@code x must be one of: …}
   */
  public <E extends Enum<E> & Coded> Optional<E> coded(String name, Class<E> type) {
    return text(name).map(value -> Fields.constant(name, value, type));
  }

  /**
   * Returns which page is wanted.
   *
   * @throws EngineException BAD_REQUEST for a limit that is no number or outside 1–1000, for an
   *     offset that is no number or negative, or for cursor and offset together
   */
  public PageRequest page() {
    return new PageRequest(integer("limit"), text("cursor"), longNumber("offset"));
  }

  /** Returns whether one page is wanted, and not the whole list. */
  public boolean isPaged() {
    return text("limit").isPresent() || text("cursor").isPresent() || text("offset").isPresent();
  }

  private static <N> N number(String name, String value, Function<String, N> parse) {
    try {
      return parse.apply(value);
    } catch (NumberFormatException invalid) {
      throw EngineException.badField(name, name + " must be an integer");
    }
  }
}
