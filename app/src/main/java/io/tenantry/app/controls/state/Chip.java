package io.tenantry.app.controls.state;

import io.tenantry.app.controls.icons.ChangingIcon;
import io.tenantry.app.controls.icons.Icon;
import javafx.scene.control.Label;

/**
 * A state that is not as it should be: an icon and a word on a ground of its tone, never cut. What
 * may be normal is a {@link StateMark}. UI thread.
 */
public final class Chip extends Label {
  private final ChangingIcon icon = new ChangingIcon(Icon.NOT_YET);

  /**
   * What a chip shows, for tables.
   *
   * @param tone colour and icon
   * @param text the word
   */
  public record Content(Tone tone, String text) implements Comparable<Content> {
    @Override
    public int compareTo(Content other) {
      int byTone = tone.compareTo(other.tone);
      return byTone != 0 ? byTone : text.compareTo(other.text);
    }
  }

  /** Creates a chip. */
  public Chip(Tone tone, String text) {
    getStyleClass().add("chip");
    setGraphic(icon);
    setMinWidth(USE_PREF_SIZE);
    show(tone, text);
  }

  /** Creates a chip from its content. */
  public Chip(Content content) {
    this(content.tone(), content.text());
  }

  /** Changes what it shows. */
  public void show(Tone tone, String text) {
    tone.mark(this);
    icon.show(tone.icon());
    setText(text);
  }

  /** Replaces the icon of the tone by another. */
  public Chip with(Icon other) {
    icon.show(other);
    return this;
  }

  /** Drops the icon, for tags that are no states (a type, a mode, a version). */
  public static Chip tag(String text) {
    Chip chip = new Chip(Tone.NEUTRAL, text);
    chip.setGraphic(null);
    chip.getStyleClass().add("tag");
    return chip;
  }
}
