package io.tenantry.core.catalog;

import io.tenantry.core.sqlite.DriverFunctions;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Opens connections that have SQLite's functions only. */
final class CatalogSource extends SQLiteDataSource {
  CatalogSource(SQLiteConfig config) {
    super(config);
  }

  @Override
  public SQLiteConnection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    SQLiteConnection connection = super.getConnection(user, password);
    try {
      DriverFunctions.remove(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
