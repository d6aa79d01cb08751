package io.tenantry.app.errors;

import io.tenantry.app.fx.Problem;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The banners that stand above the screen now, newest first. UI thread. */
public final class Banners {
  private static final int MOST = 3;

  private final ObservableList<Banner> shown = FXCollections.observableArrayList();
  private final ObservableList<Banner> readOnly = FXCollections.unmodifiableObservableList(shown);

  /** Returns the banners, newest first; read-only. */
  public ObservableList<Banner> shown() {
    return readOnly;
  }

  /** Shows a banner; one that says the same is not shown twice. */
  public void show(Banner banner) {
    shown.removeIf(old -> old.problem().equals(banner.problem()));
    shown.addFirst(banner);
    if (shown.size() > MOST) {
      shown.removeLast();
    }
  }

  /** Says that something went well. */
  public void success(String title, String text) {
    show(new Banner(Banner.Tone.SUCCESS, Problem.of(title, text, ""), Optional.empty()));
  }

  /** Says something worth knowing. */
  public void info(String title, String text) {
    show(new Banner(Banner.Tone.INFO, Problem.of(title, text, ""), Optional.empty()));
  }

  /** Closes one banner. */
  public void close(Banner banner) {
    shown.remove(banner);
  }

  /** Closes warnings and errors, when the user goes elsewhere. */
  public void clearProblems() {
    shown.removeIf(
        banner -> banner.tone() == Banner.Tone.WARNING || banner.tone() == Banner.Tone.DANGER);
  }
}
