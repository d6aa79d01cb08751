package io.tenantry.app.connect;

import io.tenantry.app.settings.ProjectScope;
import io.tenantry.contract.Engine;
import io.tenantry.contract.Project;
import io.tenantry.contract.info.EngineInfo;
import io.tenantry.contract.projects.Whoami;

/**
 * A connection that is open.
 *
 * @param connection what was opened
 * @param engine the engine behind it
 * @param project what its credential sees
 * @param info what the engine is
 * @param whoami whose credential it is, and of which project
 */
public record OpenConnection(
    Connection connection, Engine engine, Project project, EngineInfo info, Whoami whoami) {
  /** Returns what work done in it belongs to. */
  public ProjectScope scope() {
    return new ProjectScope(connection.id(), whoami.projectId().value());
  }

  /** Returns a copy after the connection's name, colour or guard level changed. */
  public OpenConnection renamed(Connection next) {
    return new OpenConnection(next, engine, project, info, whoami);
  }

  /** Says whether screens of one go on in the other: same engine, same project. */
  public boolean sharesWork(OpenConnection other) {
    return engine == other.engine() && scope().equals(other.scope());
  }

  /** Returns a copy in another project of the same engine. */
  OpenConnection in(Project other, Whoami who) {
    return new OpenConnection(connection, engine, other, info, who);
  }

  /** Lets go of a remote engine; the local one stays open until the console ends. */
  void release() {
    if (!connection.isLocal()) {
      engine.close();
    }
  }
}
