package io.tenantry.core;

import io.tenantry.core.access.Authenticator;
import io.tenantry.core.access.PublicAddress;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.accounts.AccountService;
import io.tenantry.core.apikeys.KeyIssuer;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.catalog.Recovery;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.projects.ProjectClosing;
import io.tenantry.core.projects.ProjectCreation;
import io.tenantry.core.projects.ProjectRemoval;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The composition root: builds every part of the engine in order and closes them in reverse. */
final class Wiring implements AutoCloseable {
  private final Deque<Runnable> closers;
  private final Instant startedAt;
  private final DataFolder folder;
  private final Catalog catalog;
  private final PublicAddress address = new PublicAddress();
  private final Authenticator authenticator;
  private final KeyIssuer keys;
  private final ProjectCreation projectCreation;
  private final ProjectRemoval projectRemoval;
  private final AccountService accounts;

  private Wiring(EngineConfig config, Deque<Runnable> closers) {
    Clock clock = config.clock();
    this.closers = closers;
    startedAt = clock.instant();
    folder = DataFolder.open(config.dataFolder(), startedAt);
    closers.push(folder::close);
    boolean isNew = !Files.exists(folder.catalog());
    Secrets secrets = Secrets.open(folder.secretKey(), isNew);
    catalog = Catalog.open(folder.catalog());
    closers.push(catalog::close);
    authenticator = new Authenticator(catalog, clock);
    closers.push(authenticator::close);
    keys = new KeyIssuer(secrets, clock);
    projectCreation = new ProjectCreation(secrets, keys, config.tier(), clock);
    projectRemoval = new ProjectRemoval(catalog, folder, authenticator, closings());
    accounts =
        new AccountService(catalog, secrets, keys, projectCreation, config.signupMode(), clock);
  }

  static Wiring open(EngineConfig config) {
    Deque<Runnable> closers = new ArrayDeque<>();
    boolean done = false;
    try {
      Wiring wiring = new Wiring(config, closers);
      wiring.accounts.createOwner();
      wiring.recoveries().forEach(Recovery::atOpen);
      done = true;
      return wiring;
    } finally {
      if (!done) {
        closeAll(closers);
      }
    }
  }

  private List<ProjectClosing> closings() {
    return List.of();
  }

  private List<Recovery> recoveries() {
    return List.of(projectRemoval);
  }

  Instant startedAt() {
    return startedAt;
  }

  DataFolder folder() {
    return folder;
  }

  Catalog catalog() {
    return catalog;
  }

  PublicAddress address() {
    return address;
  }

  Authenticator authenticator() {
    return authenticator;
  }

  KeyIssuer keys() {
    return keys;
  }

  ProjectCreation projectCreation() {
    return projectCreation;
  }

  ProjectRemoval projectRemoval() {
    return projectRemoval;
  }

  AccountService accounts() {
    return accounts;
  }

  @Override
  public void close() {
    closeAll(closers);
  }

  /** Closes what was opened, last first; a second call finds nothing left. */
  private static synchronized void closeAll(Deque<Runnable> closers) {
    while (!closers.isEmpty()) {
      closers.pop().run();
    }
  }
}
