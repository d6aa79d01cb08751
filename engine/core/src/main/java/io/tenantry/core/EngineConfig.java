package io.tenantry.core;

import io.tenantry.core.access.Tier;
import io.tenantry.core.accounts.SignupMode;
import io.tenantry.core.backups.BackupConfig;
import io.tenantry.core.databases.LaneSizes;
import io.tenantry.core.hosts.RegionConfig;
import io.tenantry.core.imports.ImportConfig;
import io.tenantry.core.logs.LogConfig;
import io.tenantry.core.recovery.RecoveryConfig;
import io.tenantry.core.sessions.SessionConfig;
import io.tenantry.core.sqlite.Durability;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * How a local engine runs. Immutable: each {@code with} method returns a copy with another value.
 */
public final class EngineConfig {
  private static final int DEPLOYMENT_WORKERS = 8;

  private final Path dataFolder;
  private SignupMode signupMode = SignupMode.FIRST;
  private Tier tier = Tier.ENTERPRISE;
  private List<Tier> tiers = Tier.standard();
  private LaneSizes lanes = LaneSizes.forThisMachine();
  private int deploymentWorkers = DEPLOYMENT_WORKERS;
  private Clock clock = Clock.systemUTC();
  private Durability durability = Durability.FULL;
  private List<RegionConfig> regions = RegionConfig.defaults();
  private BackupConfig backups = BackupConfig.DEFAULT;
  private RecoveryConfig recovery = RecoveryConfig.DEFAULT;
  private LogConfig logs = LogConfig.DEFAULT;
  private ImportConfig imports = ImportConfig.DEFAULT;
  private SessionConfig sessions = SessionConfig.DEFAULT;

  private EngineConfig(Path dataFolder) {
    this.dataFolder = dataFolder;
  }

  /** Returns the defaults for a data folder. */
  public static EngineConfig at(Path dataFolder) {
    return new EngineConfig(dataFolder);
  }

  private EngineConfig copy() {
    EngineConfig copy = new EngineConfig(dataFolder);
    copy.signupMode = signupMode;
    copy.tier = tier;
    copy.tiers = tiers;
    copy.lanes = lanes;
    copy.deploymentWorkers = deploymentWorkers;
    copy.clock = clock;
    copy.durability = durability;
    copy.regions = regions;
    copy.backups = backups;
    copy.recovery = recovery;
    copy.logs = logs;
    copy.imports = imports;
    copy.sessions = sessions;
    return copy;
  }

  /** Returns the data folder. */
  public Path dataFolder() {
    return dataFolder;
  }

  /** Returns who may create an account. */
  public SignupMode signupMode() {
    return signupMode;
  }

  /** Returns a copy with another sign-up mode. */
  public EngineConfig withSignupMode(SignupMode other) {
    EngineConfig copy = copy();
    copy.signupMode = other;
    return copy;
  }

  /** Returns the tier of new projects. */
  public Tier tier() {
    return tier;
  }

  /** Returns a copy with another tier for new projects. */
  public EngineConfig withTier(Tier other) {
    EngineConfig copy = copy();
    copy.tier = other;
    return copy;
  }

  /** Returns the limits of the tiers. */
  public List<Tier> tiers() {
    return tiers;
  }

  /** Returns a copy with other limits of tiers. */
  public EngineConfig withTiers(List<Tier> others) {
    EngineConfig copy = copy();
    copy.tiers = List.copyOf(others);
    return copy;
  }

  /** Returns how many threads run queries and build databases. */
  public LaneSizes lanes() {
    return lanes;
  }

  /** Returns a copy with other numbers of threads. */
  public EngineConfig withLanes(LaneSizes other) {
    EngineConfig copy = copy();
    copy.lanes = other;
    return copy;
  }

  /** Returns how many tenants a deployment changes at a time, unless it says so itself. */
  public int deploymentWorkers() {
    return deploymentWorkers;
  }

  /** Returns a copy in which deployments change another number of tenants at a time. */
  public EngineConfig withDeploymentWorkers(int other) {
    EngineConfig copy = copy();
    copy.deploymentWorkers = other;
    return copy;
  }

  /** Returns what tells the time. */
  public Clock clock() {
    return clock;
  }

  /** Returns a copy with another clock. */
  public EngineConfig withClock(Clock other) {
    EngineConfig copy = copy();
    copy.clock = other;
    return copy;
  }

  /** Returns what an acknowledged commit on a tenant or workspace database survives. */
  public Durability durability() {
    return durability;
  }

  /** Returns a copy with another durability. */
  public EngineConfig withDurability(Durability other) {
    EngineConfig copy = copy();
    copy.durability = other;
    return copy;
  }

  /** Returns where dedicated hosts can be. */
  public List<RegionConfig> regions() {
    return regions;
  }

  /** Returns a copy with other regions. */
  public EngineConfig withRegions(List<RegionConfig> others) {
    EngineConfig copy = copy();
    copy.regions = List.copyOf(others);
    return copy;
  }

  /** Returns when backups are taken and how long they are kept. */
  public BackupConfig backups() {
    return backups;
  }

  /** Returns a copy with other rules for backups. */
  public EngineConfig withBackups(BackupConfig other) {
    EngineConfig copy = copy();
    copy.backups = other;
    return copy;
  }

  /** Returns how much of the past of dedicated databases is kept. */
  public RecoveryConfig recovery() {
    return recovery;
  }

  /** Returns a copy with other rules for recovery. */
  public EngineConfig withRecovery(RecoveryConfig other) {
    EngineConfig copy = copy();
    copy.recovery = other;
    return copy;
  }

  /** Returns what is kept about queries. */
  public LogConfig logs() {
    return logs;
  }

  /** Returns a copy with other rules for query logs. */
  public EngineConfig withLogs(LogConfig other) {
    EngineConfig copy = copy();
    copy.logs = other;
    return copy;
  }

  /** Returns what imports may reach. */
  public ImportConfig imports() {
    return imports;
  }

  /** Returns a copy with other rules for imports. */
  public EngineConfig withImports(ImportConfig other) {
    EngineConfig copy = copy();
    copy.imports = other;
    return copy;
  }

  /** Returns what sessions on databases may hold. */
  public SessionConfig sessions() {
    return sessions;
  }

  /** Returns a copy with other limits for sessions on databases. */
  public EngineConfig withSessions(SessionConfig other) {
    EngineConfig copy = copy();
    copy.sessions = other;
    return copy;
  }
}
