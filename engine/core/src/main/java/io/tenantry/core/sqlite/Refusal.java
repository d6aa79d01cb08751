package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import java.util.Map;

/** The texts with which the gates refuse a statement. */
final class Refusal {
  static final String DDL =
      "DDL not allowed on tenant databases. Deploy schema through blueprints."
          + " See: https://docs.tenantsdb.com/getting-started.html#schema-evolution";
  static final String EMPTY = "query is empty";
  static final String MANY = "one statement per request";

  private static final int SHOWN_CHARACTERS = 40;

  private Refusal() {}

  static EngineException ddl() {
    return refused(FailureReason.DDL_NOT_ALLOWED, DDL);
  }

  static EngineException empty() {
    return refused(FailureReason.NO_STATEMENT, EMPTY);
  }

  static EngineException many() {
    return refused(FailureReason.MANY_STATEMENTS, MANY);
  }

  /** Names the words that are not allowed and says why or what is. */
  static EngineException notAllowed(String words, String explanation) {
    String shown =
        words.length() <= SHOWN_CHARACTERS ? words : words.substring(0, SHOWN_CHARACTERS) + "…";
    return new EngineException(
            ErrorCode.BAD_REQUEST,
            shown + " is not allowed" + explanation,
            Map.of("word", shown),
            null)
        .because(FailureReason.STATEMENT_NOT_ALLOWED);
  }

  private static EngineException refused(FailureReason reason, String message) {
    return EngineException.of(ErrorCode.BAD_REQUEST, reason, message, null);
  }
}
