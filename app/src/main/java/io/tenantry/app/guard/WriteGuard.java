package io.tenantry.app.guard;

import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.errors.Banner;
import io.tenantry.app.errors.Banners;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.text.Text;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The one place that decides whether a change may happen: every screen passes its writes through
 * {@link #run}. UI thread.
 */
public final class WriteGuard {
  private final Dialogs dialogs;
  private final Banners banners;
  private final ObjectProperty<GuardLevel> level = new SimpleObjectProperty<>(GuardLevel.OPEN);

  public WriteGuard(Dialogs dialogs, Banners banners) {
    this.dialogs = dialogs;
    this.banners = banners;
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
  public void run(Change change, Runnable action) {
    switch (Precaution.of(change.weight(), level.get(), change.count())) {
      case NONE -> action.run();
      case ASK -> dialogs.confirm(change.question(false), action);
      case TYPE -> dialogs.confirm(change.question(true), action);
      case REFUSE -> refuse();
    }
  }

  private void refuse() {
    Problem problem = Problem.of(Text.of("guard.refused.title"), Text.of("guard.refused.text"), "");
    banners.show(new Banner(Banner.Tone.WARNING, problem, Optional.empty()));
  }
}
