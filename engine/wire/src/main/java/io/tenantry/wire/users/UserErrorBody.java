package io.tenantry.wire.users;

import io.tenantry.contract.error.EngineException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A failure under {@code /v1}: {@code success}, {@code error}, {@code code} (an extension), and
 * {@code errorDetail} for statements.
 */
public final class UserErrorBody {
  private UserErrorBody() {}

  /** Composes the body. */
  public static Map<String, Object> of(EngineException error) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", false);
    body.put("error", error.message());
    body.put("code", error.code().code());
    error
        .detail("incident")
        .ifPresent(
            incident -> {
              body.put("incident", incident);
              error.detail("reason").ifPresent(reason -> body.put("reason", reason));
            });
    QueryErrorDetail.of(error).ifPresent(detail -> body.put("errorDetail", detail));
    return body;
  }
}
