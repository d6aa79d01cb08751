package io.tenantry.app.screens.diff;

import io.tenantry.app.text.Text;
import io.tenantry.contract.blueprints.BlueprintVersions;
import io.tenantry.contract.blueprints.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the latest version is compared with.
 *
 * @param version a version that tenants are on; empty for a database without anything in it
 * @param tenants tenants on it
 */
record Baseline(Optional<Version> version, long tenants) {
  static final Baseline NOTHING = new Baseline(Optional.empty(), 0);

  /** Returns the choices: versions that tenants are on, newest first, then nothing at all. */
  static List<Baseline> choices(BlueprintVersions versions) {
    List<Baseline> choices = new ArrayList<>();
    for (BlueprintVersions.Summary summary : versions.versions()) {
      if (summary.deployedToCount() > 0) {
        choices.add(new Baseline(Optional.of(summary.version()), summary.deployedToCount()));
      }
    }
    choices.add(NOTHING);
    return choices;
  }

  String words() {
    return version
        .map(number -> Text.of("diff.baseline.version", number.toString(), tenants))
        .orElseGet(() -> Text.of("diff.baseline.nothing"));
  }
}
