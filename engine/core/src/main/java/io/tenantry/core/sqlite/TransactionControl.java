package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.sql.SqlStatement;
import io.tenantry.sql.Token;
import io.tenantry.sql.Token.Kind;
import io.tenantry.sql.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement that controls a transaction. It never reaches SQLite as it came: who runs a
 * transaction must know where it stands.
 */
public sealed interface TransactionControl {

  /** What a transaction is for. */
  enum Mode {
    /** It writes, and waits for the right to do so at once. */
    WRITE,
    /** Not said. */
    DEFERRED,
    /** It only reads. */
    READ
  }

  /** BEGIN. */
  record Begin(Mode mode) implements TransactionControl {}

  /** COMMIT or END. */
  record Commit() implements TransactionControl {}

  /** ROLLBACK of the whole transaction. */
  record Rollback() implements TransactionControl {}

  /** SAVEPOINT; the name is without quotes. */
  record Savepoint(String name) implements TransactionControl {}

  /** RELEASE. */
  record Release(String name) implements TransactionControl {}

  /** ROLLBACK TO. */
  record RollbackTo(String name) implements TransactionControl {}

  /**
   * Reads a statement.
   *
   * @return empty when it is another kind of statement
   * @throws EngineException BAD_REQUEST when it starts like one and is none
   */
  static Optional<TransactionControl> parse(SqlStatement statement) {
    return switch (statement.verb()) {
      case "BEGIN" -> Optional.of(new Words(statement).begin());
      case "COMMIT", "END" -> Optional.of(new Words(statement).end(new Commit()));
      case "ROLLBACK" -> Optional.of(new Words(statement).rollback());
      case "SAVEPOINT" -> Optional.of(new Savepoint(new Words(statement).lastName()));
      case "RELEASE" -> Optional.of(new Words(statement).release());
      default -> Optional.empty();
    };
  }

  /** The tokens of a statement, read one after the other. */
  final class Words {
    private static final Set<Kind> NAMES = Set.of(Kind.WORD, Kind.QUOTED_NAME, Kind.STRING);

    private final List<Token> tokens;
    private final String text;
    private int next = 1;

    Words(SqlStatement statement) {
      this.tokens = statement.tokens();
      this.text = statement.text();
    }

    TransactionControl begin() {
      Mode mode = Mode.DEFERRED;
      if (skip("IMMEDIATE") || skip("EXCLUSIVE")) {
        mode = Mode.WRITE;
      } else if (skip("READONLY")) {
        mode = Mode.READ;
      } else {
        skip("DEFERRED");
      }
      if (skip("TRANSACTION") && mode == Mode.DEFERRED && skip("READONLY")) {
        mode = Mode.READ;
      }
      return done(new Begin(mode));
    }

    TransactionControl rollback() {
      skip("TRANSACTION");
      if (skip("TO")) {
        skipBeforeName("SAVEPOINT");
        return new RollbackTo(lastName());
      }
      return done(new Rollback());
    }

    TransactionControl release() {
      skipBeforeName("SAVEPOINT");
      return new Release(lastName());
    }

    TransactionControl end(TransactionControl control) {
      skip("TRANSACTION");
      return done(control);
    }

    private TransactionControl done(TransactionControl control) {
      if (next < tokens.size()) {
        throw syntax();
      }
      return control;
    }

    String lastName() {
      if (next != tokens.size() - 1 || !NAMES.contains(tokens.get(next).kind())) {
        throw syntax();
      }
      return tokens.get(next).name();
    }

    private void skipBeforeName(String word) {
      if (next + 1 < tokens.size()) {
        skip(word);
      }
    }

    private boolean skip(String word) {
      boolean there = Tokens.isWord(tokens, next, word);
      next += there ? 1 : 0;
      return there;
    }

    private EngineException syntax() {
      int shown = Math.min(text.length(), 60);
      return EngineException.badRequest(
          "query failed: syntax error in: " + text.substring(0, shown));
    }
  }
}
