package io.tenantry.app.dialogs;

import java.nio.file.Path;
import java.util.Optional;

/** The system's file choosers, behind an interface because no headless toolkit has them. */
public interface FileDialogs {
  /**
   * Asks for a file to read.
   *
   * @param kinds what may be chosen
   */
  Optional<Path> open(String title, FileKind... kinds);

  /** Asks where to write a file. */
  Optional<Path> save(String title, String suggestedName, FileKind... kinds);

  /** Asks for a folder. */
  Optional<Path> folder(String title);

  /**
   * A kind of file.
   *
   * @param name what it is: "SQL script"
   * @param pattern {@code *.sql}
   */
  record FileKind(String name, String pattern) {
    /** SQL scripts. */
    public static final FileKind SQL = new FileKind("SQL script", "*.sql");

    /** SQLite database files. */
    public static final FileKind SQLITE = new FileKind("SQLite database", "*.db");

    /** Comma-separated values. */
    public static final FileKind CSV = new FileKind("Comma-separated values", "*.csv");

    /** JSON. */
    public static final FileKind JSON = new FileKind("JSON", "*.json");
  }
}
