package io.tenantry.contract.backups;

import io.tenantry.contract.Coded;

/** Why a backup was taken; decides how long it is kept. */
public enum BackupType implements Coded {
  /** Somebody asked for it; kept until it is deleted. */
  MANUAL,
  /** The engine took it in the night; so many of each database are kept. */
  SCHEDULED,
  /** The engine took it before it replaced data; kept for some days. */
  SAFETY
}
