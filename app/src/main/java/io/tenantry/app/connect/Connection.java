package io.tenantry.app.connect;

import io.tenantry.app.guard.GuardLevel;
import java.time.Instant;
import java.util.Optional;

/**
 * An engine saved in the console. Its secret is not here but in the {@link SecretVault}.
 *
 * @param id {@code local}, or a random id
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
    Target target,
    ConnectionColour colour,
    String group,
    GuardLevel guard,
    Optional<Instant> lastUsed) {
  /** Id of the local engine's connection. */
  public static final String LOCAL_ID = "local";

  /** The local engine, as a first start shows it. */
  public static Connection local(String name) {
    return new Connection(
        LOCAL_ID,
        name,
        new Target.Local(),
        ConnectionColour.INDIGO,
        "",
        GuardLevel.OPEN,
        Optional.empty());
  }

  /** Says whether it leads to the engine inside this console. */
  public boolean isLocal() {
    return target instanceof Target.Local;
  }

  /** Returns the address as text, empty for the local engine. */
  public String address() {
    return switch (target) {
      case Target.Local _ -> "";
      case Target.Remote(var url) -> url.toString();
    };
  }

  /** Returns a copy that was opened at an instant. */
  public Connection usedAt(Instant instant) {
    return new Connection(id, name, target, colour, group, guard, Optional.of(instant));
  }
}
