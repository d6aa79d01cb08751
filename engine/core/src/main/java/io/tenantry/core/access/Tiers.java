package io.tenantry.core.access;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The limits of the tiers of one engine. Immutable; any thread. */
public final class Tiers {
  private final Map<String, Tier> byCode;

  /** Takes the configured tiers; one that is missing has the standard limits. */
  public Tiers(List<Tier> configured) {
    this.byCode =
        configured.stream().collect(Collectors.toUnmodifiableMap(Tier::code, Function.identity()));
  }

  /** Returns the caller with the limits that its tier has here. */
  Caller limited(Caller caller) {
    Tier tier = byCode.get(caller.tier().code());
    return tier == null || tier.equals(caller.tier()) ? caller : caller.withTier(tier);
  }
}
