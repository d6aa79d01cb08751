package io.tenantry.wire;

/** A reply that decides its HTTP status itself. */
public interface OwnStatus {
  /** Returns the HTTP status. */
  int ownStatus();
}
