package io.tenantry.core;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Secret;
import io.tenantry.contract.drift.AdoptDrift;
import io.tenantry.contract.drift.Drift;
import io.tenantry.contract.drift.ForceBack;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** A process that drops dead while it mends a drift: so long after the catalog says something. */
public final class DoomedMender {
  /** What the process ends with when it died at work, not behind it. */

  /** The work was noted: the first step. */
  static final String NOTED = "SELECT count(*) FROM tenant_operation WHERE kind = 'drift'";

  /** The version was stored; the workspace has not kept it yet. */
  static final String VERSION_STORED = "SELECT count(*) FROM blueprint_version WHERE minor = 2";

  private DoomedMender() {}

  /** Takes the data folder, a key, what to do, when its time begins, and microseconds. */
  public static void main(String[] arguments) throws SQLException {
    Path folder = Path.of(arguments[0]);
    Drift drift =
        LocalEngine.open(EngineConfig.at(folder))
            .open(new Credential.ApiKey(new Secret(arguments[1])))
            .drift();
    TenantId tenant = new TenantId("wayne");
    WorkspaceName main = new WorkspaceName("main");
    dieAfter(folder, arguments[3], Long.parseLong(arguments[4]));
    if (arguments[2].equals("adopt")) {
      drift.adopt(tenant, new AdoptDrift(main));
    } else {
      drift.forceBack(tenant, new ForceBack(main, true));
    }
    Runtime.getRuntime().halt(0);
  }

  private static void dieAfter(Path folder, String condition, long micros) throws SQLException {
    Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"));
    PreparedStatement isTime = connection.prepareStatement(condition);
    Thread.ofPlatform().daemon().start(() -> dieAfter(isTime, micros));
  }

  private static void dieAfter(PreparedStatement isTime, long micros) {
    try {
      while (count(isTime) == 0) {
        Thread.onSpinWait();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    LockSupport.parkNanos(micros * 1_000);
    DoomedProcess.die();
  }

  private static int count(PreparedStatement isTime) throws SQLException {
    try (ResultSet row = isTime.executeQuery()) {
      return row.getInt(1);
    }
  }

  /** Runs the process until it is dead; returns what it ended with. */
  static int run(Path folder, Secret key, String verb, String condition, long micros)
      throws Exception {
    Path log = folder.resolveSibling("mender.log");
    return DoomedProcess.run(
        DoomedMender.class,
        log,
        folder.toString(),
        key.value(),
        verb,
        condition,
        Long.toString(micros));
  }
}
