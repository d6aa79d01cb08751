package io.tenantry.app.settings;

import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.tasks.TaskRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.util.Subscription;

/**
 * What the screens of one project on one connection remember: layouts, values (filters, sort,
 * selections, open tabs) and typed texts. No other project and no other engine sees any of it.
 * Written a moment after the last change. UI thread.
 */
public final class ProjectMemory implements LayoutMemory {
  static final String TEXTS = "texts";
  private static final Duration REST = Duration.ofMillis(300);

  private final TextJournal texts;
  private final WriteBehind<MemoryFile.Kept> writing;
  private final Map<String, Double> layout;
  private final Map<String, String> values;
  private final Map<String, List<Runnable>> followers = new HashMap<>();

  private ProjectMemory(MemoryFile file, TextJournal texts, TaskRunner tasks) {
    this.texts = texts;
    writing = new WriteBehind<>("memory.write", REST, tasks, this::snapshot, file::write);
    MemoryFile.Kept kept = file.read();
    layout = new HashMap<>(kept.layout());
    values = new HashMap<>(kept.values());
  }

  /** Reads what is kept in a folder; blocks, any thread. */
  public static ProjectMemory open(Path folder, TaskRunner tasks) {
    TextJournal texts = TextJournal.open(folder.resolve(TEXTS), tasks);
    return new ProjectMemory(new MemoryFile(folder), texts, tasks);
  }

  /** Returns what keeps typed texts. */
  public TextJournal texts() {
    return texts;
  }

  /** Returns what a screen keeps under a name (a filter, open tabs), empty when nothing. */
  public String value(String key) {
    return values.getOrDefault(key, "");
  }

  /** Keeps what a screen remembers; an empty text forgets it. */
  public void keep(String key, String value) {
    String before = value.isEmpty() ? values.remove(key) : values.put(key, value);
    if (!value.equals(before == null ? "" : before)) {
      changed();
      List.copyOf(followers.getOrDefault(key, List.of())).forEach(Runnable::run);
    }
  }

  /** Calls back whenever another value is kept under a name, until that is ended. */
  public Subscription follow(String key, Runnable told) {
    List<Runnable> all = followers.computeIfAbsent(key, _ -> new ArrayList<>());
    all.add(told);
    return () -> all.remove(told);
  }

  @Override
  public OptionalDouble read(String key) {
    Double value = layout.get(key);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @Override
  public void write(String key, double value) {
    Double before = layout.put(key, value);
    if (before == null || Math.abs(before - value) > 0.0005) {
      changed();
    }
  }

  @Override
  public void forget(String key) {
    if (layout.remove(key) != null) {
      changed();
    }
  }

  /** Writes at once what waits, at the end of the program. */
  public void flush() {
    texts.flush();
    writing.flush();
  }

  private MemoryFile.Kept snapshot() {
    return new MemoryFile.Kept(layout, values);
  }

  private void changed() {
    writing.changed();
  }
}
