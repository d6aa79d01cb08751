package io.tenantry.app.connect;

import io.tenantry.app.guard.GuardLevel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * An engine saved in the console. Its secret is not here but in the {@link SecretVault}.
 *
 * @param id {@code local}, one made of a data folder, or a random one
 * @param name what the user calls it
 * @param target where it leads
 * @param colour how it is told apart
 * @param group what it is listed under, may be empty
 * @param guard how careful the console is with it
 * @param lastUsed when it was opened last
 */
public record Connection(
    String id,
    String name,
    EngineTarget target,
    ConnectionColour colour,
    String group,
    GuardLevel guard,
    Optional<Instant> lastUsed) {
  /** Id of the first local engine's connection. */
  public static final String LOCAL_ID = "local";

  /** The local engine of a data folder, as it is shown first. */
  public static Connection local(String id, String name, Path folder) {
    return new Connection(
        id,
        name,
        new EngineTarget.Local(folder),
        ConnectionColour.INDIGO,
        "",
        GuardLevel.OPEN,
        Optional.empty());
  }

  /** Says whether it leads to an engine inside this console. */
  public boolean isLocal() {
    return target instanceof EngineTarget.Local;
  }

  /** Returns the address as text, the data folder for a local engine. */
  public String address() {
    return switch (target) {
      case EngineTarget.Local(var folder) -> folder.toString();
      case EngineTarget.Remote(var url) -> url.toString();
    };
  }

  /** Returns a copy that leads elsewhere. */
  Connection to(EngineTarget other) {
    return new Connection(id, name, other, colour, group, guard, lastUsed);
  }

  /** Returns a copy that was opened at an instant. */
  public Connection usedAt(Instant instant) {
    return new Connection(id, name, target, colour, group, guard, Optional.of(instant));
  }
}
