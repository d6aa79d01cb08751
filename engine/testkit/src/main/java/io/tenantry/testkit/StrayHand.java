package io.tenantry.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** Somebody who opens the files of tenants with a tool of his own. */
public record StrayHand(Path data) {

  /** Runs statements on the file of a tenant's database. */
  public void change(TestProject project, String blueprint, String tenant, String... statements) {
    Path file = file(project, blueprint + "__" + tenant + ".db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path file(TestProject project, String name) {
    try (Stream<Path> files = Files.walk(data.resolve("hosts"))) {
      return files
          .filter(file -> file.endsWith(name))
          .filter(file -> file.toString().contains(project.id().value()))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
