package io.tenantry.app.screens.tenants;

/** Is told how far work on many tenants is, and says whether to go on. Any thread. */
interface BulkProgress {
  /** So many are through. */
  void reached(long done, long total);

  /** Says whether it shall end after the tenant it is at. */
  boolean isCancelled();
}
