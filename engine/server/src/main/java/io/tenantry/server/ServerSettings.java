package io.tenantry.server;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.Region;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.access.Tier;
import io.tenantry.core.accounts.SignupMode;
import io.tenantry.core.backups.BackupConfig;
import io.tenantry.core.hosts.RegionConfig;
import io.tenantry.core.imports.ImportConfig;
import io.tenantry.core.logs.LogConfig;
import io.tenantry.core.recovery.RecoveryConfig;
import io.tenantry.core.sessions.SessionConfig;
import io.tenantry.core.sqlite.Durability;
import io.tenantry.server.http.ConnectionLimits;
import io.tenantry.server.http.HttpConfig.PemFiles;
import io.tenantry.server.limits.IpLimits;
import io.tenantry.server.settings.SettingValues;
import io.tenantry.server.settings.Settings;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What settings mean for the engine and the server. Every getter answers BAD_REQUEST naming the
 * setting that is wrong and where its value comes from.
 */
record ServerSettings(SettingValues values) {
  private static final int MANY = 1_000_000_000;

  Path dataFolder() {
    return path("data")
        .orElseThrow(
            () ->
                EngineException.badField(
                    "data",
                    "Say which data folder: --data DIR, TENANTRY_DATA, or data in the file"));
  }

  EngineConfig engine() {
    return EngineConfig.at(dataFolder())
        .withSignupMode(values.choice("signup", SignupMode.class))
        .withTier(tier())
        .withTiers(Settings.tiers().stream().map(this::limits).toList())
        .withDurability(values.choice("durability", Durability.class))
        .withDeploymentWorkers(values.integer("deployments.workers", 1, 64))
        .withRegions(regions())
        .withBackups(backups())
        .withRecovery(recovery())
        .withLogs(logs())
        .withImports(imports())
        .withSessions(
            new SessionConfig(
                positive("sessions.idle"),
                positive("sessions.longest-transaction"),
                values.integer("sessions.max", 1, MANY)));
  }

  ServerConfig server() {
    ServerConfig config =
        ServerConfig.at(
                values.text("host").orElse(EngineServer.LOOPBACK),
                values.integer("port", 0, 65_535))
            .withIpLimits(ipLimits())
            .withReaderPatience(positive("limits.stuck-reader"))
            .withConnections(connections())
            .withHosts(hosts());
    Optional<String> header = values.text("limits.trusted-header");
    ServerConfig believing = header.isPresent() ? config.withTrustedHeader(header.get()) : config;
    Optional<PemFiles> tls = tls();
    return tls.isPresent() ? believing.withTls(tls.get()) : believing;
  }

  private List<String> hosts() {
    return Stream.concat(
            values.list("server.hosts").stream(), publicUrl().map(URI::getHost).stream())
        .toList();
  }

  /** Returns where clients reach the server, when it is not where it listens. */
  Optional<URI> publicUrl() {
    return values.address("public-url");
  }

  private Tier tier() {
    String wanted = values.text("tier").orElse("");
    return Tier.standard().stream()
        .filter(tier -> tier.code().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                EngineException.badField(
                    "tier",
                    Tier.standard().stream()
                        .map(Tier::code)
                        .collect(Collectors.joining(", ", "tier must be one of: ", ""))));
  }

  private Tier limits(String name) {
    return Tier.stored(name)
        .withLimits(
            values.integer(Settings.limitOf(name, "tenants"), 0, MANY),
            values.integer(Settings.limitOf(name, "requests-per-minute"), 0, MANY),
            values.integer(Settings.limitOf(name, "backups-per-hour"), 0, MANY),
            values.flag(Settings.limitOf(name, "dedicated")));
  }

  private Optional<PemFiles> tls() {
    Optional<Path> certificate = path("tls.certificate");
    Optional<Path> key = path("tls.key");
    if (certificate.isPresent() != key.isPresent()) {
      throw EngineException.badField(
          "tls.key", "tls.certificate and tls.key belong together: set both or none");
    }
    return certificate.flatMap(chain -> key.map(each -> new PemFiles(chain, each)));
  }

  private IpLimits ipLimits() {
    return new IpLimits(
        values.choice("limits.ip", IpLimits.Mode.class),
        values.integer("limits.ip.requests-per-second", 1, MANY),
        values.integer("limits.ip.violations", 1, 60),
        values.duration("limits.ip.ban"));
  }

  /** A proxy has all connections, so nothing is known of the addresses behind it. */
  private ConnectionLimits connections() {
    int most = values.integer("limits.connections", 1, MANY);
    boolean proxied = values.text("limits.trusted-header").isPresent();
    return ConnectionLimits.DEFAULT
        .withMost(most, proxied ? most : values.integer("limits.connections-per-address", 1, MANY))
        .withTimes(
            positive("limits.slow-head"), positive("limits.slow-body"), positive("limits.idle"))
        .withReply(positive("limits.stuck-reader"));
  }

  private List<RegionConfig> regions() {
    List<String> zones = values.list(Settings.REGIONS);
    return IntStream.range(0, zones.size())
        .mapToObj(
            i ->
                new RegionConfig(
                    new Region(
                        zones.get(i),
                        values.text(Settings.labelOf(zones.get(i))).orElse(zones.get(i)),
                        i == 0),
                    path(Settings.storageOf(zones.get(i))).map(Path::toAbsolutePath)))
        .toList();
  }

  private BackupConfig backups() {
    return new BackupConfig(
        values.flag("backups.nightly"),
        values.timeOfDay("backups.at"),
        values.integer("backups.keep-scheduled", 1, MANY),
        values.duration("backups.keep-safety"));
  }

  private RecoveryConfig recovery() {
    return new RecoveryConfig(
        values.duration("recovery.window"),
        values.duration("recovery.base-every"),
        values.duration("recovery.undo"));
  }

  private LogConfig logs() {
    return new LogConfig(
        values.duration("logs.slow"),
        values.duration("logs.retention"),
        values.integer("logs.max-entries", 1, MANY));
  }

  private ImportConfig imports() {
    return new ImportConfig(
        values.flag("imports.private-addresses"),
        values.list("imports.folders").stream().map(Path::of).map(Path::toAbsolutePath).toList());
  }

  private Duration positive(String key) {
    Duration length = values.duration(key);
    if (length.isZero()) {
      throw EngineException.badField(key, key + " must be longer than nothing");
    }
    return length;
  }

  private Optional<Path> path(String key) {
    try {
      return values.text(key).map(Path::of);
    } catch (InvalidPathException e) {
      throw EngineException.badField(key, key + " is no path: " + e.getMessage() + locale());
    }
  }

  /** Java names files in the encoding of the locale it was started in, and in no other. */
  private static String locale() {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    return encoding.equalsIgnoreCase("UTF-8")
        ? ""
        : ". The locale names files in %s only; start with LC_ALL=C.UTF-8".formatted(encoding);
  }
}
