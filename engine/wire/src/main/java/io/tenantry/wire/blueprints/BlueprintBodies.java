package io.tenantry.wire.blueprints;

import io.tenantry.contract.blueprints.CompareVersions;
import io.tenantry.contract.blueprints.SchemaHints;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.error.EngineException;
import io.tenantry.wire.json.Fields;

/** Request bodies of blueprints. */
public final class BlueprintBodies {
  private BlueprintBodies() {}

  static CompareVersions compare(Fields body) {
    return new CompareVersions(
        version(body, "from_version"), version(body, "to_version"), hints(body));
  }

  /** Reads {@code hints}; missing means none. */
  public static SchemaHints hints(Fields body) {
    return body.optionalObject("hints")
        .map(
            hints ->
                new SchemaHints(
                    hints.textsByName("table_renames"), hints.textsByName("column_renames")))
        .orElseGet(SchemaHints::none);
  }

  private static Version version(Fields body, String name) {
    String text = body.text(name);
    try {
      return Version.parse(text);
    } catch (EngineException invalid) {
      throw EngineException.badField(name, name + ": " + invalid.message());
    }
  }
}
