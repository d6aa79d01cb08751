package io.tenantry.app.notices;

import io.tenantry.app.settings.ProjectScope;
import java.util.Optional;

/**
 * What a notice belongs to, and with what it goes.
 *
 * @param project where it was told; empty for what belongs to the window
 * @param silent the connection whose engine does not answer; it goes when that answers again
 */
record Belonging(Optional<ProjectScope> project, Optional<String> silent) {
  static final Belonging WINDOW = new Belonging(Optional.empty(), Optional.empty());
}
