package io.tenantry.server.http;

import io.tenantry.contract.error.EngineException;
import java.util.Map;

/** Answers all paths below a prefix in words of its own, instead of the envelope of the API. */
public interface Protocol {
  /** Returns the start of its paths, for example {@code /db/}. */
  String prefix();

  /**
   * Answers a request on the virtual thread of that request.
   *
   * @param body what came with a POST, else empty
   */
  Reply answer(String method, RequestHead head, byte[] body);

  /** Returns the fields of a failure's body. */
  Map<String, Object> error(EngineException error);
}
