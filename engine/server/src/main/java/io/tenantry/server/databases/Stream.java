package io.tenantry.server.databases;

import io.tenantry.contract.databases.BatchStep;
import io.tenantry.contract.databases.DatabaseLogin;
import io.tenantry.contract.databases.DatabaseSession;
import io.tenantry.contract.databases.DatabaseStatement;
import io.tenantry.contract.error.EngineException;
import io.tenantry.wire.databases.SqlText;
import io.tenantry.wire.databases.StreamStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A session and what Hrana keeps beside it; one request at a time. */
final class Stream implements AutoCloseable {
  private static final long MOST_CHARACTERS = 4_000_000;

  private final DatabaseLogin login;
  private final DatabaseSession session;
  private final Map<Integer, String> texts = new HashMap<>();
  private long characters;

  Stream(DatabaseLogin login, DatabaseSession session) {
    this.login = login;
    this.session = session;
  }

  DatabaseSession session() {
    return session;
  }

  boolean isOf(DatabaseLogin other) {
    return login.database().equals(other.database()) && login.password().equals(other.password());
  }

  void store(int id, String sql) {
    if (texts.containsKey(id)) {
      throw EngineException.badField("sql_id", "sql_id " + id + " is in use; close it first");
    }
    if (characters + sql.length() > MOST_CHARACTERS) {
      throw EngineException.badField("sql", "the stored texts are too long together");
    }
    texts.put(id, sql);
    characters += sql.length();
  }

  void forget(int id) {
    String text = texts.remove(id);
    characters -= text == null ? 0 : text.length();
  }

  String text(SqlText sql) {
    return sql.sql().orElseGet(() -> stored(sql.id().orElse(0)));
  }

  private String stored(int id) {
    String text = texts.get(id);
    if (text == null) {
      throw EngineException.badField("sql_id", "no SQL text is stored under sql_id " + id);
    }
    return text;
  }

  DatabaseStatement statement(StreamStatement statement) {
    return new DatabaseStatement(
        text(statement.sql()), statement.parameters(), statement.wantRows());
  }

  List<BatchStep> steps(List<StreamStatement.Step> steps) {
    return steps.stream()
        .map(step -> new BatchStep(statement(step.statement()), step.condition()))
        .toList();
  }

  @Override
  public void close() {
    session.close();
  }
}
