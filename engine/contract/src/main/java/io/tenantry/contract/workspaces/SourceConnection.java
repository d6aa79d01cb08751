package io.tenantry.contract.workspaces;

import io.tenantry.contract.Check;
import io.tenantry.contract.Secret;
import java.util.Optional;

/** Where a database to bring in is. It is only read. */
public sealed interface SourceConnection {

  /** Returns the kind of source as the wire spells it. */
  String type();

  /**
   * A SQLite file on the machine of the engine.
   *
   * @param path absolute, or relative to the working folder of the engine; at most 4096 characters
   */
  record SqliteFile(String path) implements SourceConnection {
    /** Checks the path. */
    public SqliteFile {
      Check.text("connection.path", path, 4096);
    }

    @Override
    public String type() {
      return "sqlite";
    }
  }

  /**
   * A database that speaks Hrana over HTTP.
   *
   * @param url {@code libsql://}, {@code https://} or {@code http://}, at most 2000 characters
   * @param authToken its bearer token
   */
  record LibSql(String url, Optional<Secret> authToken) implements SourceConnection {
    /** Checks the address. */
    public LibSql {
      Check.text("connection.url", url, 2000);
    }

    @Override
    public String type() {
      return "libsql";
    }
  }
}
