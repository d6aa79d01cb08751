package io.tenantry.server.http;

import io.tenantry.contract.Credential;

/** Counts the requests of those who are known. */
@FunctionalInterface
public interface RequestMeter {
  /** Counts nothing. */
  RequestMeter NONE = credential -> {};

  /**
   * Counts one request.
   *
   * @throws io.tenantry.contract.error.EngineException RATE_LIMITED when it is one too many
   */
  void count(Credential credential);
}
