package io.tenantry.app.controls.forms;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Writes the options of a choice box in words. A choice is picked, never typed. UI thread. */
public final class ChoiceWords<T> extends StringConverter<T> {
  private final Function<T, String> words;

  public ChoiceWords(Function<T, String> words) {
    this.words = words;
  }

  @Override
  public String toString(@Nullable T option) {
    return option == null ? "" : words.apply(option);
  }

  @Override
  public T fromString(String typed) {
    throw new IllegalStateException("a choice is not typed: " + typed);
  }
}
