package io.tenantry.core;

import io.tenantry.core.access.Tier;
import io.tenantry.core.accounts.SignupMode;
import io.tenantry.core.databases.LaneSizes;
import java.nio.file.Path;
import java.time.Clock;

/**
 * How a local engine runs.
 *
 * @param dataFolder its data folder
 * @param signupMode who may create an account
 * @param tier tier of new projects
 * @param lanes threads that run queries and build databases
 * @param deploymentWorkers tenants that one deployment changes at a time
 * @param clock tells the time
 */
public record EngineConfig(
    Path dataFolder,
    SignupMode signupMode,
    Tier tier,
    LaneSizes lanes,
    int deploymentWorkers,
    Clock clock) {
  private static final int DEPLOYMENT_WORKERS = 8;

  /** Returns the defaults for a data folder. */
  public static EngineConfig at(Path dataFolder) {
    return new EngineConfig(
        dataFolder,
        SignupMode.FIRST,
        Tier.ENTERPRISE,
        LaneSizes.forThisMachine(),
        DEPLOYMENT_WORKERS,
        Clock.systemUTC());
  }

  /** Returns a copy with another sign-up mode. */
  public EngineConfig withSignupMode(SignupMode mode) {
    return new EngineConfig(dataFolder, mode, tier, lanes, deploymentWorkers, clock);
  }

  /** Returns a copy with another tier for new projects. */
  public EngineConfig withTier(Tier other) {
    return new EngineConfig(dataFolder, signupMode, other, lanes, deploymentWorkers, clock);
  }

  /** Returns a copy with another clock. */
  public EngineConfig withClock(Clock other) {
    return new EngineConfig(dataFolder, signupMode, tier, lanes, deploymentWorkers, other);
  }
}
