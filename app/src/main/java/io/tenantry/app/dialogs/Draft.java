package io.tenantry.app.dialogs;

import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.Property;

/**
 * What a sheet holds that was not sent yet: it says whether something was typed and what would be
 * lost. UI thread.
 */
public final class Draft {
  private final List<Field<?>> fields = new ArrayList<>();
  private Supplier<String> words = () -> Text.of("dialogs.typed");

  private record Field<T>(Property<T> property, T before) {
    boolean isTyped() {
      return !property.getValue().equals(before);
    }
  }

  /** Follows what is typed into a field; what it holds now was not typed. */
  public <T> Draft typed(Property<T> property) {
    fields.add(new Field<>(property, property.getValue()));
    return this;
  }

  /** Says in words what was typed, with number and noun: "300 names". */
  public Draft inWords(Supplier<String> typed) {
    words = typed;
    return this;
  }

  /** Says whether something was typed that is not sent yet. */
  public boolean isTyped() {
    return fields.stream().anyMatch(Field::isTyped);
  }

  String words() {
    return words.get();
  }
}
