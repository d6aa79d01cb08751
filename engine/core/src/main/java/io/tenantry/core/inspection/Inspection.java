package io.tenantry.core.inspection;

/** Looks after one sort of thing in a data folder. */
@FunctionalInterface
public interface Inspection {
  /** Looks, and changes nothing. */
  void run(Inspected folder, Findings findings);
}
