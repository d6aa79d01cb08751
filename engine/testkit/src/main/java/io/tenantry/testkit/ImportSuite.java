package io.tenantry.testkit;

import io.tenantry.contract.workspaces.SourceConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/** What the suites of imports share: a source, in a folder that the engine may read. */
abstract class ImportSuite extends ContractSuite {
  static final int TENANTS = 14;
  private static final int ROWS = 3000;
  static final String FIELD = "tenant_id";
  private SharedDatabase shared = new SharedDatabase(Path.of("none"), List.of(), 0);

  @BeforeAll
  final void makeSource() {
    shared = source("shared.db");
  }

  /** Returns the source that nobody changes. */
  final SharedDatabase shared() {
    return shared;
  }

  final SharedDatabase source(String name) {
    return SharedDatabase.create(file(name), TENANTS, ROWS);
  }

  final Path file(String name) {
    try {
      return Files.createDirectories(sources()).resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SourceConnection at(SharedDatabase source) {
    return at(source.file());
  }

  static SourceConnection at(Path file) {
    return new SourceConnection.SqliteFile(file.toString());
  }
}
