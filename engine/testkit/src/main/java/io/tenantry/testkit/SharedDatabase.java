package io.tenantry.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite file in which many tenants share tables, as an application has it before it gives each
 * tenant a database. The same numbers make the same rows.
 *
 * <p>{@code tenants} is what {@code tenant_id} refers to; {@code users}, {@code orders}, {@code
 * tags} and {@code events} have the column; {@code order_items} and {@code order_tags} are reached
 * over references; {@code countries} belongs to nobody.
 *
 * @param file where it is
 * @param tenants values of the column, odd ones first
 * @param rows about how many rows there are
 */
public record SharedDatabase(Path file, List<String> tenants, int rows) {
  /** Tables whose rows belong to tenants. */
  public static final List<String> SPLIT_TABLES =
      List.of("tenants", "users", "orders", "order_items", "tags", "order_tags", "events");

  private static final List<String> ODD_VALUES =
      List.of(
          "acme", "Acme", "ACME", "Big Corp", "Ünï-Cödé", "admin", "42", "a__b", "日本", "x' OR 1=1");
  private static final int ROWS_PER_ORDER = 4;
  private static final int BATCH = 5000;
  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE countries (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
          "CREATE TABLE tenants (id TEXT PRIMARY KEY, name TEXT NOT NULL)",
          """
          CREATE TABLE users (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            tenant_id TEXT NOT NULL REFERENCES tenants (id),
            email TEXT NOT NULL,
            country TEXT REFERENCES countries (code)
          )
          """,
          "CREATE UNIQUE INDEX users_email ON users (tenant_id, email)",
          """
          CREATE TABLE orders (
            id INTEGER PRIMARY KEY,
            tenant_id TEXT NOT NULL,
            user_id INTEGER NOT NULL REFERENCES users (id),
            total REAL NOT NULL,
            reference INTEGER NOT NULL,
            note TEXT,
            payload BLOB,
            doubled REAL GENERATED ALWAYS AS (total * 2) STORED
          ) STRICT
          """,
          "CREATE INDEX orders_tenant ON orders (tenant_id)",
          """
          CREATE TABLE order_items (
            order_id INTEGER NOT NULL REFERENCES orders (id),
            line INTEGER NOT NULL,
            sku TEXT NOT NULL,
            quantity INTEGER NOT NULL CHECK (quantity > 0),
            PRIMARY KEY (order_id, line)
          ) WITHOUT ROWID
          """,
          "CREATE TABLE tags (id INTEGER PRIMARY KEY, tenant_id TEXT NOT NULL, name TEXT)",
          """
          CREATE TABLE order_tags (
            order_id INTEGER NOT NULL REFERENCES orders (id),
            tag_id INTEGER NOT NULL REFERENCES tags (id)
          )
          """,
          "CREATE TABLE events (tenant_id TEXT, kind, at REAL)");

  /**
   * Makes the file.
   *
   * @param file does not exist
   * @param tenants how many tenants, at least 10
   * @param rows about how many rows
   */
  public static SharedDatabase create(Path file, int tenants, int rows) {
    List<String> values = new ArrayList<>(ODD_VALUES);
    for (int i = values.size(); i < tenants; i++) {
      values.add("customer-%04d".formatted(i));
    }
    SharedDatabase made = new SharedDatabase(file, List.copyOf(values), rows);
    try (Connection connection = made.connect()) {
      made.fill(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return made;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous=OFF");
      for (String sql : SCHEMA) {
        statement.execute(sql);
      }
    }
    connection.setAutoCommit(false);
    insert(connection, "INSERT INTO countries VALUES (?, ?)", 3, i -> row("c" + i, "Country " + i));
    insert(
        connection,
        "INSERT INTO tenants VALUES (?, ?)",
        tenants.size(),
        i -> row(tenant(i), "Tenant " + i));
    insertPeople(connection);
    insertOrders(connection);
    connection.commit();
  }

  private void insertPeople(Connection connection) throws SQLException {
    int users = Math.max(tenants.size(), rows / 20);
    insert(
        connection,
        "INSERT INTO users (id, tenant_id, email, country) VALUES (?, ?, ?, ?)",
        users,
        i -> row(i + 1, tenant(i), "user" + i / tenants.size() + "@example.com", "c" + i % 3));
    insert(
        connection,
        "INSERT INTO tags VALUES (?, ?, ?)",
        tenants.size(),
        i -> row(i + 1, tenant(i), "tag " + i));
    insert(
        connection,
        "INSERT INTO events VALUES (?, ?, ?)",
        rows / 20,
        i -> row(tenant(i * 7), i % 2 == 0 ? "login" : (Object) i, i / 3.0));
  }

  /** An order, two lines and a tag: rows of a tenant lie far apart, as in real life. */
  private void insertOrders(Connection connection) throws SQLException {
    int orders = rows * 9 / 10 / ROWS_PER_ORDER;
    int users = Math.max(tenants.size(), rows / 20);
    Random random = new Random(1);
    insert(
        connection,
        "INSERT INTO orders (id, tenant_id, user_id, total, reference, note, payload)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        orders,
        i -> order(i, users, random));
    insert(
        connection,
        "INSERT INTO order_items VALUES (?, ?, ?, ?)",
        orders * 2,
        i -> row(i / 2 + 1, i % 2 + 1, "sku-" + i % 100, i % 9 + 1));
    insert(
        connection,
        "INSERT INTO order_tags VALUES (?, ?)",
        orders,
        i -> row(i + 1, i % users % tenants.size() + 1));
  }

  private @Nullable Object[] order(int i, int users, Random random) {
    byte[] payload = new byte[i % 40];
    random.nextBytes(payload);
    int user = i % users;
    return row(
        i + 1,
        tenant(user),
        user + 1,
        i / 7.0,
        Long.MAX_VALUE - i,
        i % 5 == 0 ? null : "nul \0 and 'quotes' " + i,
        payload);
  }

  private String tenant(int i) {
    return tenants.get(i % tenants.size());
  }

  private static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  private interface Row {
    @Nullable Object[] of(int number);
  }

  private static void insert(Connection connection, String sql, int count, Row row)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < count; i++) {
        Object[] values = row.of(i);
        for (int column = 0; column < values.length; column++) {
          statement.setObject(column + 1, values[column]);
        }
        statement.addBatch();
        if (i % BATCH == BATCH - 1) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
  }

  /** Runs statements on the file, to make a case of its own of it. */
  public SharedDatabase with(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      return this;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns one value of the file. */
  public String value(String sql, String... parameters) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        return String.valueOf(result.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns all rows of a tenant in a table as one text, as {@link #content} gives them. */
  public String rowsOf(String tenant, String table) {
    return value(content(table) + " WHERE " + owner(table) + " = ?", tenant);
  }

  /** Returns the statement that reads all rows of a table, without {@code tenant_id}, exactly. */
  public static String content(String table) {
    return "SELECT count(*) || ':' || coalesce(group_concat(%s, ';' ORDER BY %s), '') FROM %s t"
        .formatted(expression(table), order(table), table);
  }

  private static String owner(String table) {
    return switch (table) {
      case "tenants" -> "t.id";
      case "order_items", "order_tags" ->
          "(SELECT o.tenant_id FROM orders o WHERE o.id = t.order_id)";
      default -> "t.tenant_id";
    };
  }

  private static String order(String table) {
    return switch (table) {
      case "order_items" -> "order_id, line";
      case "countries" -> "code";
      default -> "t.rowid";
    };
  }

  private static String expression(String table) {
    return switch (table) {
      case "tenants" -> cells("rowid", "id", "name");
      case "users" -> cells("id", "email", "country");
      case "orders" -> cells("id", "user_id", "total", "reference", "note", "payload", "doubled");
      case "order_items" -> cells("order_id", "line", "sku", "quantity");
      case "tags" -> cells("id", "name");
      case "order_tags" -> cells("rowid", "order_id", "tag_id");
      case "events" -> cells("rowid", "kind", "at");
      case "countries" -> cells("code", "name");
      default -> throw new IllegalArgumentException(table);
    };
  }

  /** The type and the bytes of each cell, so that nothing looks like something else. */
  private static String cells(String... columns) {
    List<String> cells = new ArrayList<>();
    for (String column : columns) {
      cells.add("typeof(t.%1$s) || hex(t.%1$s)".formatted(column));
    }
    return String.join(" || ',' || ", cells);
  }
}
