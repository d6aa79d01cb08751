package io.tenantry.app.looks;

import io.tenantry.themes.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;

/**
 * What a test can see of a picture: words that can be read and are whole, controls that have names
 * and can be hit.
 */
public final class Soundness {
  private Soundness() {}

  /** Returns what is wrong below a node in a theme, nothing if it is sound. UI thread. */
  public static List<String> faults(Parent root, Theme theme) {
    List<String> faults = new ArrayList<>(new Readability(theme).complaints(root));
    Cuts.in(root).forEach(cut -> faults.add("cut: " + cut));
    Targets.tooSmallIn(root).forEach(target -> faults.add("small: " + target));
    Unnamed.in(root).forEach(control -> faults.add("without a name: " + control));
    return faults;
  }
}
