package io.tenantry.app.controls.messages;

import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import javafx.scene.control.Hyperlink;

/**
 * What went wrong when something ran: what, where, what to do, and the code by which the log has
 * it. UI thread.
 */
public final class RunError extends Callout {
  /** Shows a problem. */
  public RunError(Problem problem) {
    super(Tone.DANGER, problem.title(), problem.text());
    if (!problem.action().isEmpty()) {
      add(Labels.caption(problem.action()));
    }
    problem.incident().map(CopyField::code).ifPresent(this::action);
  }

  /** Says where, as a link that goes there: {@code Line 3, column 12}. */
  public RunError at(String place, Runnable go) {
    Hyperlink link = new Hyperlink(place);
    link.setOnAction(_ -> go.run());
    add(link);
    return this;
  }
}
