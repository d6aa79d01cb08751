package io.tenantry.contract.backups;

import io.tenantry.contract.Coded;

/** How far a backup, or putting one back, has come. */
public enum BackupStatus implements Coded {
  /** It waits for its turn, or is being worked on. */
  RUNNING,
  /** It ended well. */
  DONE,
  /** It ended without result, or its file was found damaged; the error says why. */
  FAILED;

  /** Returns whether nothing more will happen by itself. */
  public boolean ended() {
    return this != RUNNING;
  }
}
