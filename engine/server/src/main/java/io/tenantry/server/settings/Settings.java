package io.tenantry.server.settings;

import java.util.ArrayList;
import java.util.List;

/** All settings there are, in the order in which they are shown. */
public final class Settings {
  /** The zones, separated by commas; the first is the default. */
  public static final String REGIONS = "regions";

  private static final List<Setting> FIXED =
      List.of(
          new Setting("data", "", "Data folder; made when missing. Required."),
          new Setting("host", "127.0.0.1", "Address to listen on; 0.0.0.0 for all."),
          new Setting("port", "8080", "TCP port; 0 for any free one."),
          new Setting(
              "public-url",
              "",
              "Where clients reach this server when it is not at host and port, for example"
                  + " https://db.example.com behind a proxy. It begins connection strings."),
          new Setting(
              "server.hosts",
              "",
              "Further names, separated by commas, by which clients know this server; requests for"
                  + " others are refused. Addresses, host and the name in public-url need none."),
          new Setting("tls.certificate", "", "PEM file with the certificate chain; empty: no TLS."),
          new Setting("tls.key", "", "PEM file with the PKCS #8 key of the certificate."),
          new Setting("signup", "first", "Who may create an account: first, open or closed."),
          new Setting(
              "tier",
              "enterprise",
              "Limits of new projects: free, starter, growth, scale or enterprise (none)."),
          new Setting(
              "durability",
              "full",
              "What an acknowledged commit survives: full (a power failure) or normal (a crash)."),
          new Setting("deployments.workers", "8", "Tenants that deployments change at a time."),
          new Setting(
              "limits.ip",
              "auto",
              "Limit requests by address: on, off, or auto (except for this machine)."),
          new Setting("limits.ip.requests-per-second", "100", "Requests a second, also at once."),
          new Setting("limits.ip.violations", "5", "Bad seconds within a minute that bring a ban."),
          new Setting("limits.ip.ban", "5m", "How long a ban lasts."),
          new Setting(
              "limits.trusted-header",
              "",
              "Header in which your proxy tells the sender's address, for example"
                  + " X-Forwarded-For. Set it only behind a proxy that sets it."),
          new Setting(
              "limits.connections",
              "10000",
              "Open connections; one more takes the place of the one that waited longest."),
          new Setting(
              "limits.connections-per-address",
              "1000",
              "Open connections of one address; not counted behind a proxy."),
          new Setting(
              "limits.slow-head",
              "15s",
              "A new connection that sends no whole head of a request for so long is dropped."),
          new Setting(
              "limits.slow-body", "30s", "A body of which nothing comes for so long is dropped."),
          new Setting(
              "limits.idle", "75s", "A connection without a request for so long is closed."),
          new Setting(
              "limits.stuck-reader",
              "60s",
              "A reader of a reply who takes nothing for so long is dropped."),
          new Setting("backups.nightly", "true", "Back every tenant up each night."),
          new Setting("backups.at", "03:00", "When that begins, local time."),
          new Setting("backups.keep-scheduled", "14", "Nightly backups kept per database."),
          new Setting(
              "backups.keep-safety", "7d", "How long backups taken before a restore are kept."),
          new Setting("recovery.window", "7d", "How far back point-in-time recovery goes."),
          new Setting("recovery.base-every", "1d", "How often it takes a full copy."),
          new Setting("recovery.undo", "24h", "How long a recovery can be undone."),
          new Setting(
              "sessions.idle", "10s", "After so long without use a session on a database ends."),
          new Setting(
              "sessions.longest-transaction",
              "60s",
              "After so long a transaction is rolled back: it keeps other writers waiting."),
          new Setting("sessions.max", "2000", "Open sessions over all databases."),
          new Setting("logs.slow", "100ms", "A query that takes so long is slow."),
          new Setting("logs.retention", "30d", "How long log entries are kept."),
          new Setting("logs.max-entries", "1000000", "Log entries kept per project."),
          new Setting(
              "imports.private-addresses",
              "false",
              "Let imports fetch from this machine and from private networks."),
          new Setting(
              "imports.folders",
              "",
              "Folders, separated by commas, below which imports may read files."),
          new Setting(
              REGIONS,
              "eu-central, ap-southeast, us-east, us-west",
              "Zones for dedicated hosts; the first is the default."));

  private static final List<TierLimits> TIERS =
      List.of(
          new TierLimits("free", 5, 60, 5, false),
          new TierLimits("starter", 100, 300, 20, true),
          new TierLimits("growth", 500, 1200, 60, true),
          new TierLimits("scale", 2000, 6000, 200, true));

  /** The limits that a tier has unless somebody sets them; 0 is none. */
  private record TierLimits(
      String name, int tenants, int requestsPerMinute, int backupsPerHour, boolean dedicated) {

    List<Setting> settings() {
      return List.of(
          setting("tenants", tenants, "Tenants per project in this tier; 0 for any number."),
          setting("requests-per-minute", requestsPerMinute, "API requests per minute; 0: any."),
          setting("backups-per-hour", backupsPerHour, "Backups by hand per hour; 0: any."),
          setting("dedicated", dedicated, "Whether tenants may have hosts of their own."));
    }

    private Setting setting(String limit, Object fallback, String meaning) {
      return new Setting(limitOf(name, limit), fallback.toString(), meaning);
    }
  }

  private Settings() {}

  /** Returns the names of the tiers that have limits. */
  public static List<String> tiers() {
    return TIERS.stream().map(TierLimits::name).toList();
  }

  /** Returns the key of a limit of a tier. */
  public static String limitOf(String tier, String limit) {
    return "tier." + tier + "." + limit;
  }

  /** Returns those that do not depend on others. */
  public static List<Setting> fixed() {
    return FIXED;
  }

  /** Returns all, with two for each zone. */
  public static List<Setting> all(List<String> zones) {
    List<Setting> all = new ArrayList<>(FIXED);
    TIERS.forEach(tier -> all.addAll(tier.settings()));
    for (String zone : zones) {
      all.add(new Setting(labelOf(zone), label(zone), "Name of the zone " + zone + "."));
      all.add(
          new Setting(
              storageOf(zone),
              "",
              "Folder of the hosts in "
                  + zone
                  + "; empty for hosts/"
                  + zone
                  + " in the data"
                  + " folder."));
    }
    return all;
  }

  /** Returns the key of the name of a zone. */
  public static String labelOf(String zone) {
    return "region." + zone + ".label";
  }

  /** Returns the key of the folder of a zone. */
  public static String storageOf(String zone) {
    return "region." + zone + ".storage";
  }

  private static String label(String zone) {
    return switch (zone) {
      case "eu-central" -> "Europe";
      case "ap-southeast" -> "Asia Pacific";
      case "us-east" -> "US East";
      case "us-west" -> "US West";
      default -> zone;
    };
  }
}
