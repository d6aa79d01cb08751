package io.tenantry.wire.info;

import io.tenantry.contract.info.EngineStatus;
import io.tenantry.contract.info.Region;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.HttpStatusOf;
import io.tenantry.wire.Nothing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The calls about the engine itself. The open ones answer without the envelope. */
public final class InfoEndpoints {
  /** Says what this is. */
  public static final Endpoint<Nothing, Service> SERVICE =
      Endpoint.get("/", Service.class).withoutCredential();

  /** Says that it is up. */
  public static final Endpoint<Nothing, Health> HEALTH =
      Endpoint.get("/health", Health.class).withoutCredential();

  /** Lists the regions. */
  public static final Endpoint<Nothing, Regions> REGIONS =
      Endpoint.get("/regions", Regions.class).withoutCredential();

  /** Lists the codes. */
  public static final Endpoint<Nothing, Codes> ERRORS =
      Endpoint.get("/errors", Codes.class).withoutCredential();

  /** Returns the OpenAPI document of all calls (an extension). */
  public static final Endpoint<Nothing, Object> OPENAPI =
      Endpoint.get("/openapi.json", Object.class).withoutCredential();

  /** Returns live figures (an extension). */
  public static final Endpoint<Nothing, EngineStatus> STATUS =
      Endpoint.get("/status", EngineStatus.class);

  private static final Set<Endpoint<?, ?>> BARE = Set.of(SERVICE, HEALTH, REGIONS, ERRORS, OPENAPI);

  private InfoEndpoints() {}

  /** Returns whether a call answers without the envelope, as the open ones here do. */
  public static boolean isBare(Endpoint<?, ?> endpoint) {
    return endpoint.open() && BARE.contains(endpoint);
  }

  /**
   * What this is.
   *
   * @param service its name
   * @param version its version
   */
  public record Service(String service, String version) {}

  /**
   * Whether it is up.
   *
   * @param status {@code healthy}; {@code degraded} when it works, but not as it should
   * @param reason why it is degraded
   */
  public record Health(String status, Optional<String> reason) {
    /** Says how it is. */
    public static Health of(Optional<String> trouble) {
      return new Health(trouble.isPresent() ? "degraded" : "healthy", trouble);
    }
  }

  /**
   * The regions.
   *
   * @param regions the default one is marked
   */
  public record Regions(List<Zone> regions) {
    /** Writes regions. */
    public static Regions of(List<Region> regions) {
      return new Regions(regions.stream().map(Zone::of).toList());
    }

    /** Returns the contract's values. */
    public List<Region> list() {
      return regions.stream().map(Zone::region).toList();
    }
  }

  /**
   * A region.
   *
   * @param zone its id
   * @param label its name
   * @param isDefault true for the default one, else absent
   */
  public record Zone(String zone, String label, Optional<Boolean> isDefault) {
    static Zone of(Region region) {
      return new Zone(
          region.zone(), region.label(), region.isDefault() ? Optional.of(true) : Optional.empty());
    }

    Region region() {
      return new Region(zone, label, isDefault.orElse(false));
    }
  }

  /**
   * The codes.
   *
   * @param codes by code, in documented order
   */
  public record Codes(Map<String, HttpStatusOf.Entry> codes) {
    /** Returns the table. */
    public static Codes table() {
      return new Codes(HttpStatusOf.table());
    }
  }
}
