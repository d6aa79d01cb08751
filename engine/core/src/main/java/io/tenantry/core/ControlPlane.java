package io.tenantry.core;

import io.tenantry.core.access.Authenticator;
import io.tenantry.core.access.PublicAddress;
import io.tenantry.core.access.RequestRates;
import io.tenantry.core.access.Secrets;
import io.tenantry.core.access.Tiers;
import io.tenantry.core.accounts.AccountService;
import io.tenantry.core.apikeys.KeyIssuer;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.files.DataFolder;
import io.tenantry.core.projects.ProjectCreation;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Deque;

/** Who may do what: the data folder, its catalog and secrets, accounts, keys and callers. */
final class ControlPlane {
  private final Clock clock;
  private final Instant startedAt;
  private final DataFolder folder;
  private final Secrets secrets;
  private final Catalog catalog;
  private final PublicAddress address = new PublicAddress();
  private final Authenticator authenticator;
  private final RequestRates rates;
  private final KeyIssuer keys;
  private final ProjectCreation projectCreation;
  private final AccountService accounts;

  /**
   * Opens it.
   *
   * @param closers takes what has to be closed, in the order of opening
   */
  ControlPlane(EngineConfig config, Deque<Runnable> closers) {
    clock = config.clock();
    startedAt = clock.instant();
    folder = DataFolder.open(config.dataFolder(), startedAt, Catalog::check);
    closers.push(folder::close);
    boolean isNew = !Files.exists(folder.catalog());
    secrets = Secrets.open(folder.secretKey(), isNew);
    catalog = Catalog.open(folder.catalog());
    closers.push(catalog::close);
    authenticator = new Authenticator(catalog, clock, new Tiers(config.tiers()));
    closers.push(authenticator::close);
    rates = new RequestRates(clock);
    keys = new KeyIssuer(secrets, clock);
    projectCreation = new ProjectCreation(secrets, keys, config.tier(), clock);
    accounts =
        new AccountService(catalog, secrets, keys, projectCreation, config.signupMode(), clock);
  }

  Clock clock() {
    return clock;
  }

  Instant startedAt() {
    return startedAt;
  }

  DataFolder folder() {
    return folder;
  }

  Secrets secrets() {
    return secrets;
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

  RequestRates rates() {
    return rates;
  }

  KeyIssuer keys() {
    return keys;
  }

  ProjectCreation projectCreation() {
    return projectCreation;
  }

  AccountService accounts() {
    return accounts;
  }
}
