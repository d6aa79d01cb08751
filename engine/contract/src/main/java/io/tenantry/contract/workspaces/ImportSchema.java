package io.tenantry.contract.workspaces;

import io.tenantry.contract.Check;
import java.util.List;

/** Where a schema to bring in comes from. */
public sealed interface ImportSchema {

  /** Returns the source as the wire spells it. */
  String source();

  /**
   * A shipped template.
   *
   * @param template {@code fintech}, {@code saas}, {@code ecommerce} or {@code blog}
   */
  record FromTemplate(String template) implements ImportSchema {
    /** Checks that a template is named. */
    public FromTemplate {
      Check.text("template", template, 100);
    }

    @Override
    public String source() {
      return "template";
    }
  }

  /**
   * Table definitions.
   *
   * @param tables at least one table
   */
  record FromTables(List<TableDefinition> tables) implements ImportSchema {
    /** Copies the tables. */
    public FromTables {
      tables = List.copyOf(tables);
    }

    @Override
    public String source() {
      return "json";
    }
  }

  /**
   * A SQL script, as a dump of a schema (an extension of the reference). Connection pragmas of
   * dumps are skipped, transactions do what they say within that of the import, and both are
   * counted as skipped; rows that it inserts stay in the workspace. Rows that refer to nothing are
   * taken with a warning for each table. A script that ends inside a transaction is refused
   * (BAD_REQUEST).
   *
   * @param sql the script, at most 10,000,000 characters
   * @param strict whether rows that refer to nothing are refused instead (BAD_REQUEST)
   */
  record FromSql(String sql, boolean strict) implements ImportSchema {
    /** Takes rows that refer to nothing. */
    public FromSql(String sql) {
      this(sql, false);
    }

    /** Checks the text. */
    public FromSql {
      Check.text("sql", sql, 10_000_000);
    }

    @Override
    public String source() {
      return "sql";
    }
  }

  /**
   * The schema of another database, without its rows.
   *
   * @param connection where it is
   */
  record FromDatabase(SourceConnection connection) implements ImportSchema {
    @Override
    public String source() {
      return "database";
    }
  }

  /**
   * A document fetched over http or https: {@code {"tables":[…]}} as the source json takes it, or a
   * SQL script. At most 10 seconds and 10 MB; never from an address of the engine's machine or of a
   * private network, unless its configuration allows that (FORBIDDEN).
   *
   * @param url at most 2000 characters
   */
  record FromUrl(String url) implements ImportSchema {
    /** Checks the address. */
    public FromUrl {
      Check.text("url", url, 2000);
    }

    @Override
    public String source() {
      return "url";
    }
  }
}
