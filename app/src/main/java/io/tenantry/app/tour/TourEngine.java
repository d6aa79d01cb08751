package io.tenantry.app.tour;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.info.EngineInfo;
import java.nio.file.Path;

/** The local engine as the tour needs it: to open projects, and to close and reopen everything. */
public interface TourEngine {
  /** Opens a project. */
  Project open(Credential credential);

  /** Says what the engine is and where it can put databases. */
  EngineInfo info();

  /** Closes the engine and opens it again on the same data folder. */
  void reopen();

  /** Returns where everything is kept. */
  Path dataFolder();
}
