package io.tenantry.core.schema;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.sqlite.BoundStatement;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.util.List;
import java.util.Set;

/**
 * Replays the statements of a version on an empty database and compiles the image that new tenants
 * are written from. The same statements always give the same bytes. Any thread.
 */
public final class ImageCompiler {
  /** Marks every database file of this engine ("Tntr"). */
  public static final int APPLICATION_ID = 0x546e7472;

  private final Sqlite sqlite;

  /** Compiles with databases of the given door. */
  public ImageCompiler(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  /** What came of a replay. */
  public sealed interface Replay {}

  /** All statements ran. */
  public record Compiled(SchemaImage image) implements Replay {}

  /**
   * A statement failed.
   *
   * @param position its place in the list, from 0
   * @param statement its SQL
   * @param reason what SQLite said
   */
  public record Failed(int position, String statement, String reason) implements Replay {}

  /**
   * Replays statements in order.
   *
   * @param statements deployable statements of a version
   * @param userVersion number of the version, kept in the file
   */
  public Replay replay(List<BoundStatement> statements, int userVersion) {
    try (SqliteDatabase database = sqlite.openInMemory(Profile.ENGINE)) {
      database.begin();
      for (int i = 0; i < statements.size(); i++) {
        try {
          statements.get(i).run(database);
        } catch (EngineException e) {
          if (e.code() != ErrorCode.BAD_REQUEST) {
            throw e;
          }
          return new Failed(i, statements.get(i).sql(), e.message());
        }
      }
      database.commit();
      return new Compiled(finish(database, userVersion));
    }
  }

  /**
   * Compiles statements that replayed before.
   *
   * @throws EngineException INTERNAL_ERROR when they fail
   */
  public SchemaImage compile(List<BoundStatement> statements, int userVersion) {
    return switch (replay(statements, userVersion)) {
      case Compiled(SchemaImage image) -> image;
      case Failed failed ->
          throw EngineException.internal(
              "The version no longer compiles: " + failed.reason(),
              new IllegalStateException(failed.statement()));
    };
  }

  /**
   * Finds what names something that is not there, after statements that replay without a failure.
   */
  public Set<LooseEnd> looseEnds(List<BoundStatement> statements) {
    try (SqliteDatabase database = sqlite.openInMemory(Profile.ENGINE)) {
      database.begin();
      statements.forEach(statement -> statement.run(database));
      return LooseEnd.readAll(database);
    }
  }

  private static SchemaImage finish(SqliteDatabase database, int userVersion) {
    SchemaSnapshot schema = SchemaSnapshot.read(database);
    database.execute("VACUUM");
    database.applicationId(APPLICATION_ID);
    database.userVersion(userVersion);
    String normalised = schema.normalised();
    return new SchemaImage(schema, normalised, Fingerprint.ofText(normalised), database.image());
  }
}
