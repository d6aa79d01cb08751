package io.tenantry.app.dialogs;

import io.tenantry.app.settings.TextJournal;
import io.tenantry.app.settings.TextKind;
import io.tenantry.app.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet holds that was not sent yet. It says whether something was typed and what would be
 * lost, and keeps it in a journal, so that it is there again after a crash. UI thread.
 */
public final class SheetDraft {
  private final List<Field<?>> fields = new ArrayList<>();
  private Supplier<String> words = () -> Text.of("dialogs.typed");
  private Optional<Place> place = Optional.empty();
  private Subscription following = Subscription.EMPTY;

  /** Where it is kept. */
  private record Place(TextJournal texts, String key) {}

  private record Field<T>(
      String name,
      Property<T> property,
      @Nullable T before,
      boolean isTyped,
      Function<T, String> writing,
      Function<String, Optional<T>> reading) {
    boolean isChanged() {
      return !written().equals(text(before));
    }

    String written() {
      return text(property.getValue());
    }

    private String text(@Nullable T value) {
      return value == null ? "" : writing.apply(value);
    }

    Field<T> given() {
      return new Field<>(name, property, property.getValue(), isTyped, writing, reading);
    }

    void take(String text) {
      reading.apply(text).ifPresent(property::setValue);
    }
  }

  /** Follows what is typed into a field; what it holds now was not typed. */
  public SheetDraft typed(String name, StringProperty property) {
    fields.add(new Field<>(name, property, property.get(), true, text -> text, Optional::of));
    return this;
  }

  /**
   * Keeps a choice along with what is typed; alone it is no work that could be lost.
   *
   * @param writing gives the choice as text
   * @param reading finds the choice of a text; empty when there is none any more
   */
  public <T> SheetDraft chosen(
      String name,
      Property<T> property,
      Function<T, String> writing,
      Function<String, Optional<T>> reading) {
    fields.add(new Field<>(name, property, property.getValue(), false, writing, reading));
    return this;
  }

  /** Says that what a field holds now was not typed, but given: the name of a file. */
  public void given(String name) {
    fields.replaceAll(field -> field.name().equals(name) ? field.given() : field);
  }

  /** Says in words what was typed, with number and noun: "300 names". */
  public SheetDraft inWords(Supplier<String> typed) {
    words = typed;
    return this;
  }

  /** Keeps it in a journal under a name, from the opening of the sheet on. */
  public SheetDraft keptIn(TextJournal texts, String key) {
    place = Optional.of(new Place(texts, key));
    return this;
  }

  /** Says whether something was typed that is not sent yet. */
  public boolean isTyped() {
    return fields.stream().anyMatch(field -> field.isTyped() && field.isChanged());
  }

  String words() {
    return words.get();
  }

  /** Says whether it survives, so that it need not be thrown away to leave. */
  boolean isKept() {
    return place.isPresent();
  }

  /** Returns what was kept when the sheet was left without an end. */
  Optional<KeptDraft> kept() {
    return place
        .flatMap(at -> at.texts().read(TextKind.DRAFT, at.key()))
        .flatMap(KeptDraft::read)
        .filter(found -> !found.fields().isEmpty());
  }

  /** Puts back what was kept. */
  void restore(KeptDraft kept) {
    fields.forEach(
        field -> Optional.ofNullable(kept.fields().get(field.name())).ifPresent(field::take));
  }

  /** Keeps every change from now on. */
  void begin() {
    stop();
    if (isKept()) {
      for (Field<?> field : fields) {
        following = following.and(field.property().subscribe((_, _) -> keep()));
      }
    }
  }

  /** Leaves what is kept as it is. */
  void stop() {
    following.unsubscribe();
    following = Subscription.EMPTY;
  }

  /** Forgets it: it was sent, or is not wanted any more. */
  void forget() {
    stop();
    place.ifPresent(at -> at.texts().forget(TextKind.DRAFT, at.key()));
  }

  private void keep() {
    if (isTyped()) {
      Map<String, String> values = new LinkedHashMap<>();
      fields.forEach(field -> values.put(field.name(), field.written()));
      String text = new KeptDraft(words(), Instant.now(), values).write();
      place.ifPresent(at -> at.texts().keep(TextKind.DRAFT, at.key(), text));
    } else {
      place.ifPresent(at -> at.texts().forget(TextKind.DRAFT, at.key()));
    }
  }
}
