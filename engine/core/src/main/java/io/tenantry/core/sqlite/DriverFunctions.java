package io.tenantry.core.sqlite;

import java.sql.SQLException;
import java.util.List;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/**
 * The functions that the driver's build adds to SQLite. Some of them write beyond their memory or
 * take gigabytes of it for a few bytes of SQL, whatever limits a connection has. So each connection
 * of the engine has its own functions in their place, which only say that there are none. With them
 * goes SQLite's own {@code fts3_tokenizer}, which takes any bound blob for an address of code.
 */
public final class DriverFunctions {
  /** Encodings are overridden one by one: the driver adds the others to this one. */
  private static final int UTF8 = 1;

  /** Not from views, triggers, defaults and other parts of a schema, whoever trusts it. */
  private static final int DIRECT_ONLY = 0x80000;

  private static final List<Added> ADDED =
      List.of(
          new Added("atn2", 2),
          new Added("charindex", 2),
          new Added("charindex", 3),
          new Added("cot", 1),
          new Added("coth", 1),
          new Added("difference", 2),
          new Added("fts3_tokenizer", 1),
          new Added("fts3_tokenizer", 2),
          new Added("leftstr", 2),
          new Added("lower_quartile", 1),
          new Added("mode", 1),
          new Added("padc", 2),
          new Added("padl", 2),
          new Added("padr", 2),
          new Added("proper", 1),
          new Added("replicate", 2),
          new Added("reverse", 1),
          new Added("rightstr", 2),
          new Added("square", 1),
          new Added("stdev", 1),
          new Added("strfilter", 2),
          new Added("upper_quartile", 1),
          new Added("variance", 1));

  private DriverFunctions() {}

  /** A function by its name and number of arguments. */
  private record Added(String name, int arguments) {}

  /** Takes them from a new connection. */
  public static void remove(SQLiteConnection connection) throws SQLException {
    for (Added added : ADDED) {
      Function.create(
          connection, added.name, new Missing(added.name), added.arguments, UTF8 | DIRECT_ONLY);
    }
  }

  /** Stands where a function was. */
  private static final class Missing extends Function {
    private final String name;

    Missing(String name) {
      this.name = name;
    }

    @Override
    protected void xFunc() throws SQLException {
      error("no such function: " + name);
    }
  }
}
