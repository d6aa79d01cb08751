package io.tenantry.server;

import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.access.Tier;
import io.tenantry.core.accounts.SignupMode;
import io.tenantry.core.backups.BackupConfig;
import io.tenantry.core.imports.ImportConfig;
import io.tenantry.server.rendezvous.Rendezvous;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens a data folder and serves it until the process is told to stop. */
@Command(
    name = "serve",
    description = "Opens a data folder, made when missing, and serves it until stopped.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "data folder")
  private Path data = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "TCP port, 0 for any free one (default ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = EngineServer.LOOPBACK,
      description = "address to listen on (default ${DEFAULT-VALUE}: this machine only)")
  private String host = EngineServer.LOOPBACK;

  @Option(
      names = "--signup",
      paramLabel = "MODE",
      defaultValue = "first",
      description = "who may create an account: first, open or closed (default ${DEFAULT-VALUE})")
  private SignupMode signup = SignupMode.FIRST;

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      defaultValue = "enterprise",
      description =
          "limits of new projects: free, starter, growth, scale or enterprise (default"
              + " ${DEFAULT-VALUE}: none)")
  private Tier tier = Tier.ENTERPRISE;

  @Option(
      names = "--import-folder",
      paramLabel = "DIR",
      description =
          "folder below which administrators may import SQLite files of this machine; can be given"
              + " several times (default: none)")
  private List<Path> importFolders = List.of();

  @Option(
      names = "--import-private",
      description =
          "lets imports fetch from addresses of this machine and of private networks (default: no)")
  private boolean importPrivate;

  @Override
  public Integer call() throws InterruptedException {
    ServerLogging.toConsole();
    boolean isNew = !Files.exists(data.resolve("catalog.db"));
    LocalEngine engine =
        LocalEngine.open(
            EngineConfig.at(data)
                .withSignupMode(signup)
                .withTier(tier)
                .withImports(new ImportConfig(importPrivate, importFolders))
                .withBackups(BackupConfig.DEFAULT.withNightly(true)));
    ServerLogging.toFile(LocalEngine.logsOf(engine.dataFolder()));
    Running running = start(engine);
    Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop"));
    announce(running.server(), isNew);
    running.stopped().await();
    return 0;
  }

  private Running start(LocalEngine engine) {
    EngineServer server = null;
    boolean started = false;
    try {
      EngineServer opened = EngineServer.start(engine, host, port);
      server = opened;
      engine.publishAt(opened.url());
      Rendezvous rendezvous =
          Rendezvous.open(
              engine.dataFolder(), () -> Rendezvous.Meeting.here(opened.url(), engine.ownerKey()));
      started = true;
      return new Running(engine, opened, rendezvous, new CountDownLatch(1));
    } finally {
      if (!started) {
        if (server != null) {
          server.close();
        }
        engine.close();
      }
    }
  }

  private void announce(EngineServer server, boolean isNew) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Tenantry answers at " + server.url());
    if (isNew && signup != SignupMode.CLOSED) {
      out.println(
          "No account yet. Create one: curl -X POST "
              + server.url()
              + "/signup -H 'Content-Type: application/json'"
              + " -d '{\"email\":\"you@example.com\",\"password\":\"at least 8 characters\"}'");
    }
    out.flush();
    LOG.info("serving {} at {}", data.toAbsolutePath().normalize(), server.url());
  }

  /** What runs until the process is told to stop. */
  private record Running(
      LocalEngine engine, EngineServer server, Rendezvous rendezvous, CountDownLatch stopped) {

    void stop() {
      LOG.info("stopping");
      try (engine;
          server;
          rendezvous) {
        stopped.countDown();
      }
      LOG.info("stopped");
      ServerLogging.stop();
    }
  }
}
