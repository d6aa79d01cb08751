package io.tenantry.app.screens;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.client.RemoteEngine;
import io.tenantry.client.RemoteEngineConfig;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Engine;
import io.tenantry.contract.Project;
import io.tenantry.contract.apikeys.CreateApiKey;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.server.EngineServer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.testfx.util.WaitForAsyncUtils;

/** A seeded engine, used in this process or through a server. */
public final class EngineChoice implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final Deque<Runnable> closers = new ArrayDeque<>();
  private final SeededEngine engine;
  private final Engine opened;
  private final Project project;

  /** Where the engine is. */
  public enum Where {
    IN_PROCESS,
    BEHIND_A_SERVER
  }

  public EngineChoice(Where where, Path folder, Consumer<SeededEngine> seed) {
    engine = new SeededEngine(folder);
    closers.push(engine::close);
    seed.accept(engine);
    opened = where == Where.IN_PROCESS ? engine.engine() : remote();
    project = where == Where.IN_PROCESS ? engine.project() : opened.open(owner());
  }

  private Credential owner() {
    return new Credential.ApiKey(engine.engine().ownerKey());
  }

  private Engine remote() {
    EngineServer server = EngineServer.start(engine.engine(), EngineServer.LOOPBACK, 0);
    closers.push(server::close);
    RemoteEngine remote = RemoteEngine.connect(RemoteEngineConfig.of(server.url()));
    closers.push(remote::close);
    return remote;
  }

  /** Returns the project as a key that reads one workspace only sees it. */
  public Project narrow(String workspace) {
    return opened.open(
        new Credential.ApiKey(
            project
                .apiKeys()
                .create(
                    new CreateApiKey("narrow", Role.READ, ScopeType.WORKSPACE, List.of(workspace)))
                .apiKey()));
  }

  public SeededEngine engine() {
    return engine;
  }

  public Project project() {
    return project;
  }

  /** Lets time pass for a view model until something is so. */
  public static void await(SameThreadTaskRunner tasks, BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS,
          TimeUnit.SECONDS,
          () -> {
            tasks.tick();
            tasks.deliverBrought();
            return condition.getAsBoolean();
          });
    } catch (TimeoutException e) {
      throw new AssertionError("it did not become so in time", e);
    }
  }

  @Override
  public void close() {
    closers.forEach(Runnable::run);
  }
}
