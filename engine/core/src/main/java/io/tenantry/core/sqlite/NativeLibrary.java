package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * SQLite's own code. The driver unpacks it into the folder of temporary files and runs it from
 * there, which not every machine allows. Any thread.
 */
public final class NativeLibrary {
  private static final String MEMORY = ":memory:";

  private NativeLibrary() {}

  /**
   * Makes sure that it can be used, before anything waits for it.
   *
   * @throws EngineException CONFLICT naming the folder and what to do
   */
  public static void require() {
    Path folder =
        Path.of(
            System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir", "/tmp")));
    boolean unpacked = System.getProperty("org.sqlite.lib.path") != null;
    if (!unpacked && !(Files.isDirectory(folder) && Files.isWritable(folder))) {
      throw unusable(folder, "it cannot be written to");
    }
    try {
      new JDBC4Connection("jdbc:sqlite:" + MEMORY, MEMORY, new Properties()).close();
    } catch (SQLException e) {
      throw unusable(folder, String.valueOf(e.getCause()));
    }
  }

  private static EngineException unusable(Path folder, String why) {
    return EngineException.conflict(
        ("SQLite cannot be run from the folder of temporary files, %s: %s. Name one that can be"
                + " written to and run from with -Djava.io.tmpdir=DIR")
            .formatted(folder, why));
  }
}
