package io.tenantry.core.workspaces;

import io.tenantry.contract.error.ConflictKind;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.workspaces.RunId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The SQL that runs in workspaces now, by the id its caller gave it. A cancellation that comes
 * first is kept for the run it is meant for. Any thread.
 */
final class WorkspaceRuns {
  private static final int MOST_EARLY = 1_000;

  private final Map<Key, Stoppable> running = new HashMap<>();
  private final Set<Key> early = new LinkedHashSet<>();

  private record Key(ProjectId project, WorkspaceName workspace, RunId run) {}

  /**
   * Runs work that can be cancelled under an id.
   *
   * @throws EngineException CONFLICT when something runs under that id
   */
  <T> T call(ProjectId project, WorkspaceName workspace, RunId run, Function<Stoppable, T> work) {
    Key key = new Key(project, workspace, run);
    Stoppable stop = begin(key);
    try {
      return work.apply(stop);
    } finally {
      end(key);
    }
  }

  private synchronized Stoppable begin(Key key) {
    Stoppable stop = new Stoppable();
    if (running.putIfAbsent(key, stop) != null) {
      throw EngineException.conflict(
          ConflictKind.BUSY, "SQL runs under the id '" + key.run() + "' already");
    }
    if (early.remove(key)) {
      stop.stop();
    }
    return stop;
  }

  private synchronized void end(Key key) {
    running.remove(key);
  }

  synchronized void cancel(ProjectId project, WorkspaceName workspace, RunId run) {
    Key key = new Key(project, workspace, run);
    Stoppable stop = running.get(key);
    if (stop != null) {
      stop.stop();
    } else {
      early.add(key);
      if (early.size() > MOST_EARLY) {
        early.remove(early.iterator().next());
      }
    }
  }
}
