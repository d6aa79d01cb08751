package io.tenantry.server;

import io.tenantry.core.FolderCheck;
import io.tenantry.core.inspection.CheckReport;
import io.tenantry.core.inspection.Finding;
import io.tenantry.core.inspection.Severity;
import io.tenantry.wire.json.Json;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks whether a data folder is whole, and repairs what is safe. */
@Command(
    name = "check",
    description = {
      "Checks a data folder that no server has open: catalog, key, databases, versions, backups,"
          + " archives, logs, strays. Changes nothing unless told to.",
      "Ends with 0 when nothing is left to do, 3 when findings are left, 1 when it could not check."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private static final int FINDINGS_LEFT = 3;
  private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};
  private static final int STEP = 1000;
  private static final double MILLIS = 1000.0;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private SettingOptions options = new SettingOptions();

  @Option(
      names = "--repair",
      description =
          "do what is safe: let the engine end what was cut short, move strays to lost+found,"
              + " correct the catalog where a file proves it wrong; data is never deleted")
  private boolean repair;

  @Option(
      names = "--quick",
      description = "leave out indexes, foreign keys, checksums of backups, and archived frames")
  private boolean quick;

  @Option(names = "--json", description = "print the report as JSON")
  private boolean json;

  @Override
  public Integer call() {
    ServerLogging.toConsole();
    ServerSettings settings = new ServerSettings(options.values(System.getenv()));
    FolderCheck check = new FolderCheck(settings.engine());
    CheckReport report = repair ? check.repair(quick) : check.look(quick);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(report));
    } else {
      print(report, out);
    }
    out.flush();
    return report.clean() ? 0 : FINDINGS_LEFT;
  }

  private void print(CheckReport report, PrintWriter out) {
    report.findings().forEach(finding -> print(finding, out));
    report.steps().forEach(step -> out.println("done     " + step));
    report.repaired().forEach(finding -> out.println("repaired " + line(finding)));
    CheckReport.Looked looked = report.looked();
    out.printf(
        Locale.ROOT,
        "Checked %d databases and %d backups (%s) in %.1f s: %d errors, %d warnings, %d notes;"
            + " %d repaired; %s free%n",
        looked.databases(),
        looked.backups(),
        size(looked.bytes()),
        report.durationMs() / MILLIS,
        report.count(Severity.ERROR),
        report.count(Severity.WARNING),
        report.count(Severity.NOTE),
        report.repaired().size(),
        looked.freeBytes().map(CheckCommand::size).orElse("unknown space"));
  }

  private void print(Finding finding, PrintWriter out) {
    out.printf("%-8s %s%n", finding.severity().code(), line(finding));
    finding.repair().ifPresent(what -> out.println("         --repair would " + what));
  }

  private static String line(Finding finding) {
    return "%s: %s".formatted(finding.where(), finding.what());
  }

  private static String size(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= STEP && unit < UNITS.length - 1) {
      size /= STEP;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
  }
}
