package io.tenantry.contract.blueprints;

import io.tenantry.contract.Coded;
import java.util.List;
import java.util.Optional;

/**
 * One step of the way from one schema to another.
 *
 * @param kind what it does: {@code create_table}, {@code drop_table}, {@code rename_table}, {@code
 *     rebuild_table}, {@code add_column}, {@code drop_column}, {@code rename_column}, {@code
 *     create_index}, {@code drop_index} and likewise for {@code view}, {@code trigger} and {@code
 *     virtual_table}; a recorded statement keeps the kind it was recorded with, and a data
 *     statement that tenants run and that belongs to no change is {@link #CARRY_ROWS}
 * @param object what it does it to: {@code users}, or {@code users.age} for a column
 * @param effect what it costs
 * @param loss what of a database's rows is lost, for example {@code drops column users.age with its
 *     values}; present exactly when the effect is destructive
 * @param warning what may make it fail on a database with rows, or what it does to values that stay
 * @param foreignKeysOff whether it runs right only while foreign keys are off; all references are
 *     checked at the end then
 * @param statements its SQL, in order, one statement each
 */
public record PlanStep(
    String kind,
    String object,
    Effect effect,
    Optional<String> loss,
    Optional<String> warning,
    boolean foreignKeysOff,
    List<String> statements) {
  /** What a data statement is that belongs to no change; its object is the table it fills. */
  public static final String CARRY_ROWS = "carry_rows";

  /** Copies the statements. */
  public PlanStep {
    statements = List.copyOf(statements);
  }

  /** What a step costs. */
  public enum Effect implements Coded {
    /** Takes the same short time on any database. */
    CHEAP,
    /** Reads or copies a whole table, so it takes longer the more rows there are. */
    REWRITE,
    /** Loses rows or values that no other step brings back. */
    DESTRUCTIVE
  }
}
