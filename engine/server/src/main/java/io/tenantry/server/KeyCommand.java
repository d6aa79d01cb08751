package io.tenantry.server;

import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.rendezvous.Rendezvous;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the owner's key, for whoever may read the data folder anyway. */
@Command(
    name = "key",
    description = "Prints the administrator key of the owner's project in a data folder.",
    mixinStandardHelpOptions = true)
final class KeyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "data folder")
  private Path data = Path.of("");

  @Override
  public Integer call() {
    ServerLogging.toConsole();
    if (!Files.exists(data.resolve("catalog.db"))) {
      throw EngineException.notFound(
          data + " is no data folder yet. Start it once: tenantry-server serve --data " + data);
    }
    spec.commandLine().getOut().println(key().value());
    return 0;
  }

  private Secret key() {
    Optional<Rendezvous.Meeting> running = Rendezvous.find(data);
    if (running.isPresent()) {
      return running.get().apiKey();
    }
    try (LocalEngine engine = LocalEngine.open(EngineConfig.at(data))) {
      return engine.ownerKey();
    }
  }
}
