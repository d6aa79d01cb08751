package io.tenantry.core.recording;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;

/**
 * Proves an inverse with SQLite as the judge: on an empty copy of the schema the statement and then
 * its inverse must lead back to where they started. Any thread.
 */
public final class InverseTrial {
  private final Sqlite sqlite;

  /** Tries in databases of the given door. */
  public InverseTrial(Sqlite sqlite) {
    this.sqlite = sqlite;
  }

  boolean undoes(SchemaSnapshot before, String statement, String inverse) {
    try (SqliteDatabase scratch = sqlite.openInMemory(Profile.ENGINE)) {
      before.statements().forEach(scratch::execute);
      scratch.execute(statement);
      scratch.execute(inverse);
      return SchemaSnapshot.read(scratch).normalised().equals(before.normalised());
    } catch (EngineException e) {
      if (e.code() == ErrorCode.BAD_REQUEST) {
        return false;
      }
      throw e;
    }
  }
}
