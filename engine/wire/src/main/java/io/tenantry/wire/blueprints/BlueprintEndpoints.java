package io.tenantry.wire.blueprints;

import io.tenantry.contract.blueprints.Blueprint;
import io.tenantry.contract.blueprints.BlueprintSummary;
import io.tenantry.contract.blueprints.BlueprintVersion;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.CompareVersions;
import io.tenantry.wire.Body;
import io.tenantry.wire.Endpoint;
import io.tenantry.wire.Nothing;
import java.util.List;

/** The calls of blueprints. */
public final class BlueprintEndpoints {
  /** Lists the blueprints. */
  public static final Endpoint<Nothing, Listed> LIST = Endpoint.get("/blueprints", Listed.class);

  /** Returns a blueprint. */
  public static final Endpoint<Nothing, Blueprint> GET =
      Endpoint.get("/blueprints/{name}", Blueprint.class);

  /** Lists the versions of a blueprint. */
  public static final Endpoint<Nothing, BlueprintVersions> VERSIONS =
      Endpoint.get("/blueprints/{name}/versions", BlueprintVersions.class);

  /** Returns one version (an extension). */
  public static final Endpoint<Nothing, BlueprintVersion> VERSION =
      Endpoint.get("/blueprints/{name}/versions/{version}", BlueprintVersion.class);

  /** Returns the way from one version to another (an extension). */
  public static final Endpoint<CompareVersions, BlueprintReplies.Compared> COMPARE =
      Endpoint.post(
          "/blueprints/{name}/compare",
          Body.of(BlueprintBodies::compare),
          BlueprintReplies.Compared.class);

  private BlueprintEndpoints() {}

  /**
   * The blueprints.
   *
   * @param count number of blueprints (an extension)
   * @param blueprints by name
   */
  public record Listed(int count, List<BlueprintSummary> blueprints) {
    /** Counts the blueprints. */
    public static Listed of(List<BlueprintSummary> blueprints) {
      return new Listed(blueprints.size(), blueprints);
    }
  }
}
