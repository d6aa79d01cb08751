package io.tenantry.testkit;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Many clients that do all there is to do, and an engine that is killed at random under them. After
 * each death every one of them finds what it was told.
 */
public final class CrashStory {
  private static final Duration SHORTEST = Duration.ofMillis(300);
  private static final int SPREAD_MILLIS = 2500;

  private final Mortal engine;
  private final Random random;
  private final List<CrashLife> lives = new ArrayList<>();
  private final List<EngineException> faults = Collections.synchronizedList(new ArrayList<>());
  private TestProject project;
  private volatile boolean dying;

  /** An engine in a process of its own. */
  public interface Mortal extends EngineFixture {
    /** Kills the process, without any goodbye; {@link #reopen} starts another one. */
    void kill();
  }

  /**
   * Prepares clients.
   *
   * @param sources a folder that imports may read from
   * @param seed of the moments at which the engine dies
   */
  public CrashStory(Mortal engine, Path sources, long seed) {
    this.engine = engine;
    this.random = new Random(seed);
    this.project = TestProject.create(engine, "Doomed");
    WorkspaceName main = workspace("main");
    WorkspaceName fleet = workspace("fleet");
    workspace(CrashProjectLives.SigningIn.TEMPLATE.value());
    lives.add(new CrashTenantLives.Writing(shared("writer", main)));
    lives.add(new CrashTenantLives.Writing(dedicated("owner", main)));
    lives.add(new CrashTenantLives.Moving(shared("mover", main), main));
    lives.add(new CrashTenantLives.RollingBack(dedicated("roller", main)));
    lives.add(new CrashTenantLives.Recovering(dedicated("timely", main)));
    lives.add(new CrashTenantLives.Creating(main));
    lives.add(
        new CrashProjectLives.Deploying(fleet, project.tenants(fleet, "f0", "f1", "f2", "f3")));
    lives.add(
        new CrashProjectLives.Importing(
            SharedDatabase.create(sources.resolve("shared.db"), ImportSuite.TENANTS, 300)));
    lives.add(new CrashProjectLives.SigningIn());
  }

  private WorkspaceName workspace(String name) {
    WorkspaceName made = project.workspace(name);
    project.design(made, CrashRows.SCHEMA);
    return made;
  }

  private CrashRows shared(String name, WorkspaceName blueprint) {
    return new CrashRows(project.tenant(name, blueprint), blueprint);
  }

  private CrashRows dedicated(String name, WorkspaceName blueprint) {
    TenantId id = new TenantId(name);
    project
        .admin()
        .tenants()
        .create(new CreateTenant(id, List.of(CrashTenantLives.dedicated(blueprint))));
    project.settled(id);
    return new CrashRows(id, blueprint);
  }

  /** Lets the clients live until the engine dies, opens it again, and asks them all. */
  public void dieOnce() throws InterruptedException, ExecutionException {
    dying = false;
    try (ExecutorService clients = Executors.newCachedThreadPool()) {
      List<Future<?>> living = new ArrayList<>();
      for (CrashLife life : lives) {
        living.add(clients.submit(() -> live(life)));
      }
      LockSupport.parkNanos(SHORTEST.plusMillis(random.nextInt(SPREAD_MILLIS)).toNanos());
      dying = true;
      engine.kill();
      for (Future<?> client : living) {
        client.get();
      }
    }
    engine.reopen();
    project = project.reopened();
    prove();
  }

  /** Fails unless every client finds what it was told. */
  public void prove() {
    lives.forEach(life -> life.prove(project));
    if (!faults.isEmpty()) {
      throw new AssertionError("while the engine lived", faults.getFirst());
    }
  }

  private void live(CrashLife life) {
    while (!dying) {
      try {
        life.live(project);
      } catch (EngineException refused) {
        if (!dying && refused.code() == ErrorCode.INTERNAL_ERROR) {
          faults.add(refused);
        }
      }
    }
  }
}
