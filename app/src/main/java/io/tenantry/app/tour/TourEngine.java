package io.tenantry.app.tour;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import java.nio.file.Path;

/** The local engine as the tour needs it: to open projects, and to close and reopen everything. */
public interface TourEngine {
  /** Opens a project. */
  Project open(Credential credential);

  /** Closes the engine and opens it again on the same data folder. */
  void reopen();

  /** Returns where everything is kept. */
  Path dataFolder();
}
