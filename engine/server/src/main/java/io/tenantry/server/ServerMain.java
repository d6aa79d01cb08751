package io.tenantry.server;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.core.databases.Lanes;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the headless server. */
@Command(
    name = "tenantry-server",
    description = "Serves a data folder over HTTP.",
    mixinStandardHelpOptions = true,
    versionProvider = ServerMain.Version.class,
    subcommands = {ServeCommand.class, ConfigCommand.class, CheckCommand.class, KeyCommand.class})
public final class ServerMain implements Callable<Integer> {
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    widenCarriers();
    System.exit(run(args));
  }

  /**
   * Reads may pin carriers; all processors stay free for the others. Works before the first one.
   */
  private static void widenCarriers() {
    int processors = Runtime.getRuntime().availableProcessors();
    if (System.getProperty(CARRIERS) == null) {
      System.setProperty(CARRIERS, Integer.toString(processors + Lanes.readsOnCarriers()));
    }
  }

  /**
   * Runs a command.
   *
   * @return 0 on success, 1 when it failed, 2 for a command line that makes no sense, 3 when a
   *     check leaves findings
   */
  static int run(String... args) {
    return new CommandLine(new ServerMain())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, command, _) -> failed(failure, command))
        .execute(args);
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what to do: serve, config, check or key");
  }

  private static int failed(Exception failure, CommandLine command) {
    boolean explained =
        failure instanceof EngineException known
            && (known.code() != ErrorCode.INTERNAL_ERROR || known.reason().isPresent());
    if (!explained) {
      LoggerFactory.getLogger(ServerMain.class).error("cannot go on", failure);
    }
    command.getErr().println("tenantry-server: " + failure.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Reads the version from the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = ServerMain.class.getPackage().getImplementationVersion();
      return new String[] {"tenantry-server " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
