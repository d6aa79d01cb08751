package io.tenantry.server;

import io.tenantry.core.LocalEngine;
import io.tenantry.core.accounts.SignupMode;
import io.tenantry.server.rendezvous.Rendezvous;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Opens a data folder and serves it until the process is told to stop. */
@Command(
    name = "serve",
    description = "Opens a data folder, made when missing, and serves it until stopped.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private SettingOptions options = new SettingOptions();

  @Override
  public Integer call() throws InterruptedException {
    ServerLogging.toConsole();
    ServerSettings settings = new ServerSettings(options.values(System.getenv()));
    ServerConfig config = settings.server();
    Optional<URI> publicUrl = settings.publicUrl();
    boolean isNew = !Files.exists(settings.dataFolder().resolve("catalog.db"));
    LocalEngine engine = LocalEngine.open(settings.engine());
    ServerLogging.toFile(LocalEngine.logsOf(engine.dataFolder()));
    Running running = start(engine, config, publicUrl);
    Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop"));
    announce(running, isNew && settings.engine().signupMode() != SignupMode.CLOSED);
    running.stopped().await();
    return 0;
  }

  private Running start(LocalEngine engine, ServerConfig config, Optional<URI> publicUrl) {
    EngineServer server = null;
    boolean started = false;
    try {
      EngineServer opened = EngineServer.start(engine, config);
      server = opened;
      engine.publishAt(opened.url(), publicUrl.orElse(opened.url()));
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

  private void announce(Running running, boolean invite) {
    EngineServer server = running.server();
    PrintWriter out = spec.commandLine().getOut();
    out.println("Tenantry answers at " + server.url());
    if (invite) {
      out.println(
          "No account yet. Create one: curl -X POST "
              + server.url()
              + "/signup -H 'Content-Type: application/json'"
              + " -d '{\"email\":\"you@example.com\",\"password\":\"at least 8 characters\"}'");
    }
    out.flush();
    LOG.info("serving {} at {}", running.engine().dataFolder(), server.url());
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
