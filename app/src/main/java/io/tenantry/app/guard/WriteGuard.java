package io.tenantry.app.guard;

import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.dialogs.Confirmation;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.text.Text;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * The one place that decides whether a change may happen: every screen passes its writes through
 * {@link #run}. UI thread.
 */
public final class WriteGuard {
  private final Dialogs dialogs;
  private final Notices notices;
  private final ObjectProperty<GuardLevel> level = new SimpleObjectProperty<>(GuardLevel.OPEN);

  public WriteGuard(Dialogs dialogs, Notices notices) {
    this.dialogs = dialogs;
    this.notices = notices;
  }

  /** Sets the level of the connection that was opened. */
  public void level(GuardLevel next) {
    level.set(next);
  }

  /** Returns the level of the open connection. */
  public ObservableValue<GuardLevel> level() {
    return level;
  }

  /** Returns whether changes are possible at all, for the enablement of buttons. */
  public BooleanExpression canWrite() {
    return BooleanExpression.booleanExpression(level.map(now -> now != GuardLevel.READ_ONLY));
  }

  /**
   * Asks what has to be asked, then acts; on a read-only connection it says so and does nothing.
   */
  public void run(GuardedChange change, Runnable action) {
    run(level.get(), change, action);
  }

  /** Does the same at another connection than the open one, at the level of that. */
  public void run(GuardLevel at, GuardedChange change, Runnable action) {
    switch (Precaution.of(change.weight(), at, change.count())) {
      case NONE -> action.run();
      case ASK -> dialogs.confirm(change.question(false), action);
      case TYPE -> dialogs.confirm(change.question(true), action);
      case REFUSE -> refuse();
    }
  }

  /** Asks before a change is stopped in the middle. */
  public void interrupt(Confirmation question, Runnable action) {
    dialogs.confirm(question, action);
  }

  /**
   * Has the same asked before the window is left.
   *
   * @param question what to ask now; empty when no change is under way
   */
  public Subscription beforeLeaving(Supplier<Optional<Confirmation>> question) {
    return dialogs.beforeLeaving(question);
  }

  private void refuse() {
    Problem problem = Problem.of(Text.of("guard.refused.title"), Text.of("guard.refused.text"), "");
    notices.show(Tone.WARNING, problem);
  }
}
