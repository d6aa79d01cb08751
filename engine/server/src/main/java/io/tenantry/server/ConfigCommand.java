package io.tenantry.server;

import io.tenantry.server.settings.SettingValues;
import io.tenantry.server.settings.SettingsFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints every setting with its value and its source, as a file that gives the same settings. */
@Command(
    name = "config",
    description = "Prints all settings as they would be used, in the form of a configuration file.",
    mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SettingOptions options = new SettingOptions();

  @Override
  public Integer call() {
    SettingValues values = options.values(System.getenv());
    ServerSettings settings = new ServerSettings(values);
    if (values.text("data").isPresent()) {
      settings.engine(); // says what is wrong, as serve would
    }
    settings.server();
    spec.commandLine().getOut().println(SettingsFile.write(values));
    return 0;
  }
}
