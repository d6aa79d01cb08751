package io.tenantry.core.sqlite;

import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.List;

/**
 * The savepoints of a transaction, each with the place where the record of its statements stood.
 * One thread at a time.
 */
public final class Savepoints {
  private final List<Savepoint> open = new ArrayList<>();

  private record Savepoint(String name, int mark) {}

  /** Returns whether there is none. */
  public boolean areNone() {
    return open.isEmpty();
  }

  /** Returns whether a name is that of the first one; the last of its name counts. */
  public boolean isFirst(String name) {
    return find(name) == 0;
  }

  /** Sets one. */
  public void set(SqliteDatabase database, String name, int mark) {
    database.execute("SAVEPOINT " + SqlNames.quote(name));
    open.add(new Savepoint(SqlNames.fold(name), mark));
  }

  /** Keeps what came behind one, which goes with all behind it. */
  public void release(SqliteDatabase database, String name) {
    int index = find(name);
    database.execute("RELEASE " + SqlNames.quote(name));
    open.subList(index, open.size()).clear();
  }

  /**
   * Takes back what came behind one, which stays.
   *
   * @return where the record stood
   */
  public int rollBackTo(SqliteDatabase database, String name) {
    int index = find(name);
    database.execute("ROLLBACK TO " + SqlNames.quote(name));
    open.subList(index + 1, open.size()).clear();
    return open.get(index).mark();
  }

  /** Keeps what came behind the first one; none is left. */
  public void releaseAll(SqliteDatabase database) {
    end(database, List.of("RELEASE "));
  }

  /**
   * Takes back what came behind the first one; none is left.
   *
   * @return where the record stood
   */
  public int rollBackAll(SqliteDatabase database) {
    return end(database, List.of("ROLLBACK TO ", "RELEASE "));
  }

  /** A later one may have the name of the first: the inner ones go before. */
  private int end(SqliteDatabase database, List<String> verbs) {
    int mark = open.getFirst().mark();
    for (Savepoint savepoint : open.reversed()) {
      verbs.forEach(verb -> database.execute(verb + SqlNames.quote(savepoint.name())));
    }
    open.clear();
    return mark;
  }

  private int find(String name) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).name().equals(SqlNames.fold(name))) {
        return i;
      }
    }
    throw TransactionFailure.noSavepoint(name);
  }
}
