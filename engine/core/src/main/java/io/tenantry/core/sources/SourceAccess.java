package io.tenantry.core.sources;

import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.SourceConnection;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.util.function.Function;

/** The sources as one reader may read them. Any thread. */
public record SourceAccess(Sources sources, Reader reader) {

  /** Returns a schema to bring in whose statements are at hand; see {@link Sources#resolve}. */
  public ImportSchema resolve(ImportSchema request) {
    return sources.resolve(request, reader);
  }

  /** Reads from a source. */
  public <T> T read(SourceConnection connection, Function<SqliteDatabase, T> work) {
    return sources.read(connection, reader, work);
  }

  /** Copies a source into a file that does not exist. */
  public void copy(SourceConnection connection, Path target) {
    sources.copy(connection, reader, target);
  }
}
