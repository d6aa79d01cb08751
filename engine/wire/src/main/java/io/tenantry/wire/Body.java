package io.tenantry.wire;

import io.tenantry.wire.json.Fields;
import java.util.function.Function;

/**
 * How a request body is read by the server and written by the client.
 *
 * @param reader takes the fields apart; answers BAD_REQUEST naming the field that is wrong
 * @param writer returns the record whose JSON is the body
 * @param <B> the request
 */
public record Body<B>(Function<Fields, B> reader, Function<B, Object> writer) {
  private static final Body<Nothing> NONE = new Body<>(fields -> Nothing.VALUE, nothing -> nothing);

  /** A body that is written as the request record itself. */
  public static <B> Body<B> of(Function<Fields, B> reader) {
    return new Body<>(reader, request -> request);
  }

  /** A body that is written in another shape than the request record. */
  public static <B> Body<B> of(Function<Fields, B> reader, Function<B, Object> writer) {
    return new Body<>(reader, writer);
  }

  /** No body. */
  public static Body<Nothing> none() {
    return NONE;
  }

  /** Returns whether this is no body at all. */
  public boolean isNone() {
    return equals(NONE);
  }
}
