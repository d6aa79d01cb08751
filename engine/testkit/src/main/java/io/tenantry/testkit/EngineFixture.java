package io.tenantry.testkit;

import io.tenantry.contract.Credential;
import io.tenantry.contract.Engine;
import io.tenantry.contract.Project;
import io.tenantry.contract.Secret;

/** An engine under test on a folder of its own. */
public interface EngineFixture extends AutoCloseable {

  /** Returns the engine; another one after {@link #reopen()}. */
  Engine engine();

  /** Returns the owner's project as its administrator. */
  Project owner();

  /** Opens a project with an API key. */
  default Project as(Secret apiKey) {
    return engine().open(new Credential.ApiKey(apiKey));
  }

  /** Closes the engine and opens it again on the same folder. */
  void reopen();

  @Override
  void close();
}
