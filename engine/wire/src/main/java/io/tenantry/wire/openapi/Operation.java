package io.tenantry.wire.openapi;

import io.tenantry.wire.Endpoint;
import java.lang.reflect.Type;
import java.util.List;

/**
 * An endpoint with what its constant says beside it.
 *
 * @param id feature and constant, for example {@code tenants.createMany}
 * @param feature the feature, for example {@code tenants}
 * @param endpoint the constant
 * @param body type of the request body
 * @param reply type of the reply
 * @param summary what it does, in a sentence
 * @param parameters names of its query parameters
 */
public record Operation(
    String id,
    String feature,
    Endpoint<?, ?> endpoint,
    Type body,
    Type reply,
    String summary,
    List<String> parameters) {
  /** Copies the names. */
  public Operation {
    parameters = List.copyOf(parameters);
  }
}
