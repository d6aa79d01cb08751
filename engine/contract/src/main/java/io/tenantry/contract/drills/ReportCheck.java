package io.tenantry.contract.drills;

import io.tenantry.contract.Coded;

/** What a look at the signature of a report gave. */
public enum ReportCheck implements Coded {
  /** This engine signed exactly this text. */
  GENUINE,
  /** The text is as it was signed, but by the key of another engine. */
  OTHER_ENGINE,
  /** The text is not what was signed. */
  ALTERED
}
