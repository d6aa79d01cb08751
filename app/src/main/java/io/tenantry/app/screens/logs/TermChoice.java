package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.forms.Segments;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One key of the filter as a choice that is clicked; what is typed shows here too. UI thread. */
final class TermChoice {
  private final StringProperty filter;
  private final String key;
  private final StringProperty value = new SimpleStringProperty("");

  TermChoice(StringProperty filter, String key) {
    this.filter = filter;
    this.key = key;
    filter.subscribe(text -> value.set(LogTerms.valueOf(text, key)));
    value.subscribe((_, now) -> choose(now));
  }

  private void choose(String now) {
    if (!now.equals(LogTerms.valueOf(filter.get(), key))) {
      filter.set(LogTerms.with(filter.get(), key, now));
    }
  }

  /**
   * Returns the control.
   *
   * @param values what can be chosen besides nothing
   * @param words names a value; the empty one is nothing
   */
  Segments<String> control(String name, List<String> values, Function<String, String> words) {
    List<String> all = Stream.concat(Stream.of(""), values.stream()).toList();
    return Segments.small(name, all, words, value);
  }
}
