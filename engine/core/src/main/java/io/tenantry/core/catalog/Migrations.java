package io.tenantry.core.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The numbered steps from an empty catalog to the present schema; number n leaves user_version n.
 */
final class Migrations {
  static final List<String> SCRIPTS =
      List.of(
          "V001__foundation.sql",
          "V002__places.sql",
          "V003__hosts.sql",
          "V004__recovery.sql",
          "V005__backups.sql",
          "V006__imports.sql",
          "V007__deployments.sql",
          "V008__users.sql",
          "V009__engine.sql",
          "V010__lists.sql",
          "V011__deployment_times.sql",
          "V012__carried_rows.sql",
          "V013__warnings.sql",
          "V014__counted_losses.sql",
          "V015__backup_fleet.sql",
          "V016__recoveries.sql",
          "V017__drills.sql",
          "V018__skipped_changes.sql",
          "V019__deployment_log.sql",
          "V020__gone_tenants.sql");

  /** The version this program writes and understands. */
  static final int CURRENT = SCRIPTS.size();

  private Migrations() {}

  /** Runs what is missing, each script in a transaction of its own. */
  static void apply(Path file, Handle handle) {
    int version = handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
    CatalogFile.checkVersion(file, version);
    for (int next = version + 1; next <= CURRENT; next++) {
      int number = next;
      handle.useTransaction(inside -> run(inside, number));
    }
  }

  private static void run(Handle handle, int number) {
    String script = script(SCRIPTS.get(number - 1));
    try (Statement statement = handle.getConnection().createStatement()) {
      statement.executeUpdate(script); // runs every statement of the script
      statement.executeUpdate("PRAGMA application_id = " + CatalogFile.APPLICATION_ID);
      statement.executeUpdate("PRAGMA user_version = " + number);
    } catch (SQLException e) {
      throw new IllegalStateException("catalog migration " + number + " failed", e);
    }
  }

  private static String script(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
