package io.tenantry.contract.error;

import io.tenantry.contract.Coded;

/**
 * Why a remote engine gave no answer of its own. Born in the client, as a detail of an {@link
 * EngineException} with code INTERNAL_ERROR; no engine sends it.
 */
public enum ConnectionFailure implements Coded {
  /** Nothing listens at the address: the machine is there, the engine is not running. */
  REFUSED,
  /** The name of the host is not known. */
  UNKNOWN_HOST,
  /** There is no way to the host: the network is down, or a firewall is between. */
  NO_ROUTE,
  /** No answer came in time. */
  TIMEOUT,
  /** No secure connection could be made: certificate, name or version of TLS. */
  TLS,
  /** The connection broke off while it was used: the engine went away in the middle. */
  BROKEN,
  /** A proxy answers for the engine and cannot reach it. */
  GATEWAY,
  /** Something answers that is no Tenantry engine, or one of another version. */
  NOT_AN_ENGINE
}
