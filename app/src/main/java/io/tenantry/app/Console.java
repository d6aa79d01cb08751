package io.tenantry.app;

import io.tenantry.app.connect.ConnectionBook;
import io.tenantry.app.connect.EngineConnector;
import io.tenantry.app.connect.LocalHosts;
import io.tenantry.app.connect.RunningElsewhere;
import io.tenantry.app.connect.SecretVault;
import io.tenantry.app.screens.settings.ProgramFacts;
import io.tenantry.app.settings.ConsoleSettingsFile;
import io.tenantry.app.settings.ProjectMemories;
import io.tenantry.app.settings.SettingsStore;
import io.tenantry.app.tasks.FxTaskRunner;
import java.time.Instant;

/**
 * What there is once, whatever number of windows is open: files, the local engine, saved
 * connections. Each file has its only writer here. UI thread.
 */
final class Console implements AutoCloseable {
  private final FxTaskRunner tasks = new FxTaskRunner();
  private final Uncaught uncaught = new Uncaught();
  private final SettingsStore settings;
  private final ProjectMemories memories;
  private final LocalHosts locals;
  private final SecretVault vault;
  private final EngineConnector connector;
  private final ConnectionBook book;
  private final ProgramFacts about;

  Console(Folders folders, String version) {
    ConsoleSettingsFile file = new ConsoleSettingsFile(folders.config());
    settings = new SettingsStore(file.read(), file, tasks);
    memories = new ProjectMemories(folders.config(), tasks);
    locals = new LocalHosts(folders.data(), folders.config());
    vault = new SecretVault(folders.config());
    connector = new EngineConnector(locals, vault);
    book = new ConnectionBook(folders.config(), folders.data(), tasks);
    book.find(RunningElsewhere.ID).ifPresent(book::remove);
    about = new ProgramFacts(version, folders.data(), folders.config());
    tasks.onUnhandled(uncaught::show);
    tasks.run("memory.forgetOld", () -> memories.forgetOld(Instant.now())).start();
    tasks.run("vault.read", vault::read).start();
  }

  /** Returns where errors end that nothing caught; who runs the console puts it in place. */
  Uncaught uncaught() {
    return uncaught;
  }

  SettingsStore settings() {
    return settings;
  }

  ProjectMemories memories() {
    return memories;
  }

  LocalHosts locals() {
    return locals;
  }

  SecretVault vault() {
    return vault;
  }

  EngineConnector connector() {
    return connector;
  }

  ConnectionBook book() {
    return book;
  }

  ProgramFacts about() {
    return about;
  }

  /** Ends it, after its windows. */
  @Override
  public void close() {
    book.flush();
    memories.flush();
    settings.flush();
    tasks.close();
    locals.close();
  }
}
