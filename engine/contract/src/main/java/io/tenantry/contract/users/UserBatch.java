package io.tenantry.contract.users;

import io.tenantry.contract.error.EngineException;
import java.util.List;

/**
 * Statements that run one after the other.
 *
 * @param statements 1–100
 * @param transaction whether all of them count or none; otherwise each counts by itself, and the
 *     first that fails ends the batch
 */
public record UserBatch(List<UserStatement> statements, boolean transaction) {
  private static final int MOST = 100;

  /**
   * Checks the number.
   *
   * @throws EngineException BAD_REQUEST naming {@code statements}
   */
  public UserBatch {
    statements = List.copyOf(statements);
    if (statements.isEmpty() || statements.size() > MOST) {
      throw EngineException.badField(
          "statements", "statements must have 1 to " + MOST + " entries");
    }
  }
}
