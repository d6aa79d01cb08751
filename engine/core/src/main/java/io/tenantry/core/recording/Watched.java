package io.tenantry.core.recording;

import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.sql.DdlStatement;
import java.util.Optional;

/**
 * A statement of a request that ran.
 *
 * @param statement its SQL and values
 * @param ddl what it did to the schema; empty for a data statement
 * @param inverse what takes a schema change back
 * @param made what it is part of, when somebody who knows says so
 * @param kept whether it is kept whole; of very much data only the beginning is
 */
record Watched(
    BoundStatement statement,
    Optional<DdlStatement> ddl,
    Optional<String> inverse,
    Optional<Together> made,
    boolean kept) {

  /**
   * Statements that are one change because their author made them so. Two are the same only when
   * they are one object.
   */
  static final class Together {
    private final String kind;
    private final String object;
    private final Optional<String> loss;

    Together(String kind, String object, Optional<String> loss) {
      this.kind = kind;
      this.object = object;
      this.loss = loss;
    }

    String kind() {
      return kind;
    }

    String object() {
      return object;
    }

    Optional<String> loss() {
      return loss;
    }
  }
}
