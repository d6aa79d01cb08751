package io.tenantry.contract.databases;

import io.tenantry.contract.error.EngineException;
import java.util.List;

/** When a step of a batch runs. Steps are counted from 0. */
public sealed interface StepCondition {

  /**
   * A step before ran and succeeded.
   *
   * @param step its index
   */
  record Ok(int step) implements StepCondition {
    /** Checks the index. */
    public Ok {
      checkStep(step);
    }
  }

  /**
   * A step before ran and failed.
   *
   * @param step its index
   */
  record Failed(int step) implements StepCondition {
    /** Checks the index. */
    public Failed {
      checkStep(step);
    }
  }

  /**
   * Another condition does not hold.
   *
   * @param condition the other one
   */
  record Not(StepCondition condition) implements StepCondition {}

  /**
   * All of these hold; also none at all.
   *
   * @param conditions the others
   */
  record And(List<StepCondition> conditions) implements StepCondition {
    /** Copies the list. */
    public And {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * One of these holds.
   *
   * @param conditions the others
   */
  record Or(List<StepCondition> conditions) implements StepCondition {
    /** Copies the list. */
    public Or {
      conditions = List.copyOf(conditions);
    }
  }

  /** The session is in no transaction. */
  record Autocommit() implements StepCondition {}

  private static void checkStep(int step) {
    if (step < 0) {
      throw EngineException.badField("step", "step must not be negative");
    }
  }
}
