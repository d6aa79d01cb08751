package io.tenantry.sql;

import java.util.Locale;

/** What one schema-changing statement does, as far as its text says so. Names are unquoted. */
public sealed interface DdlStatement {

  /** Returns the kind under which the statement is recorded, for example {@code create_table}. */
  String kind();

  /** Returns the name of what it creates, alters or drops. */
  String object();

  /** Says whether it loses rows or values that no other statement brings back. */
  default boolean destructive() {
    return false;
  }

  /** The word after CREATE or DROP. */
  enum Thing {
    TABLE,
    INDEX,
    VIEW,
    TRIGGER,
    VIRTUAL_TABLE;

    String lower() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** CREATE of anything. */
  record Create(Thing thing, String object) implements DdlStatement {
    @Override
    public String kind() {
      return "create_" + thing.lower();
    }
  }

  /** DROP of anything; only a dropped table takes data with it. */
  record Drop(Thing thing, String object) implements DdlStatement {
    @Override
    public String kind() {
      return "drop_" + thing.lower();
    }

    @Override
    public boolean destructive() {
      return thing == Thing.TABLE;
    }
  }

  /** ALTER TABLE … ADD COLUMN. */
  record AddColumn(String object, String column) implements DdlStatement {
    @Override
    public String kind() {
      return "add_column";
    }
  }

  /** ALTER TABLE … DROP COLUMN. */
  record DropColumn(String object, String column) implements DdlStatement {
    @Override
    public String kind() {
      return "drop_column";
    }

    @Override
    public boolean destructive() {
      return true;
    }
  }

  /** ALTER TABLE … RENAME TO. */
  record RenameTable(String object, String to) implements DdlStatement {
    @Override
    public String kind() {
      return "rename_table";
    }
  }

  /** ALTER TABLE … RENAME COLUMN. */
  record RenameColumn(String object, String from, String to) implements DdlStatement {
    @Override
    public String kind() {
      return "rename_column";
    }
  }

  /** Any other ALTER TABLE, for example SET NOT NULL or ADD CONSTRAINT. */
  record AlterTable(String object) implements DdlStatement {
    @Override
    public String kind() {
      return "alter_table";
    }
  }
}
