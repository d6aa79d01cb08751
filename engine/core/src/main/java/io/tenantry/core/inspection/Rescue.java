package io.tenantry.core.inspection;

import java.util.Optional;

/** Knows from what a lost database can be brought back. */
@FunctionalInterface
public interface Rescue {
  /** Returns a sentence naming the newest thing that was looked at and is good, if there is one. */
  Optional<String> of(Inspected folder, CheckedDatabase database);
}
