package io.tenantry.app.settings;

import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.contract.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is typed in one project safe from a crash: SQL, drafts of forms, staged changes. One
 * file per text, written 300 ms after a key at the latest. Reading comes from memory. UI thread.
 */
public final class TextJournal {
  private static final Logger LOG = LoggerFactory.getLogger(TextJournal.class);
  private static final Duration WITHIN = Duration.ofMillis(250);

  private final Path folder;
  private final TaskRunner tasks;
  private final Map<Name, String> texts = new ConcurrentHashMap<>();
  private final Set<Name> unwritten = ConcurrentHashMap.newKeySet();
  private volatile boolean failing;

  private record Name(TextKind kind, String key) {}

  private TextJournal(Path folder, TaskRunner tasks) {
    this.folder = folder;
    this.tasks = tasks;
  }

  /** Reads all that is kept in a folder; blocks, any thread. */
  static TextJournal open(Path folder, TaskRunner tasks) {
    TextJournal journal = new TextJournal(folder, tasks);
    journal.load();
    return journal;
  }

  /** Returns what was kept last under a name, empty when nothing is. */
  public Optional<String> read(TextKind kind, String key) {
    return Optional.ofNullable(texts.get(new Name(kind, key)));
  }

  /** Returns the names of one kind, in alphabetical order. */
  public Set<String> keys(TextKind kind) {
    return texts.keySet().stream()
        .filter(name -> name.kind() == kind)
        .map(Name::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Keeps a text as it is now. */
  public void keep(TextKind kind, String key, String text) {
    Name name = new Name(kind, key);
    if (!text.equals(texts.put(name, text))) {
      writeSoon(name);
    }
  }

  /** Forgets a text: its editor was closed for good, its form was sent. */
  public void forget(TextKind kind, String key) {
    Name name = new Name(kind, key);
    if (texts.remove(name) != null) {
      writeSoon(name);
    }
  }

  /** Writes at once what waits, at the end of the program. */
  public void flush() {
    failing = true; // nobody is there any more to be told
    Set.copyOf(unwritten).forEach(this::write);
  }

  private void writeSoon(Name name) {
    if (unwritten.add(name)) {
      tasks.after(WITHIN, () -> tasks.run("journal.write", () -> write(name)).start());
    }
  }

  /** Takes the text when the turn has come: of two writes at once the later text stays. */
  private synchronized void write(Name name) {
    if (!unwritten.remove(name)) {
      return;
    }
    Path file = folder.resolve(FileName.of(name.key()) + name.kind().suffix());
    String text = texts.get(name);
    try {
      if (text == null) {
        Files.deleteIfExists(file);
      } else {
        WholeFiles.write(file, text);
      }
      failing = false;
    } catch (IOException e) {
      failed(file, e);
    }
  }

  /** Says it once, not at every key. */
  private void failed(Path file, IOException e) {
    LOG.warn("Typed text could not be kept in {}", file, e);
    if (!failing) {
      failing = true;
      throw EngineException.internal("Typed text could not be kept in " + file, e);
    }
  }

  private void load() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(this::load);
    } catch (IOException e) {
      LOG.warn("Typed texts in {} cannot be read", folder, e);
    }
  }

  private void load(Path file) {
    String name = file.getFileName().toString();
    for (TextKind kind : TextKind.values()) {
      if (name.endsWith(kind.suffix()) && !name.startsWith(".")) {
        String key = FileName.read(name.substring(0, name.length() - kind.suffix().length()));
        try {
          texts.put(new Name(kind, key), Files.readString(file));
        } catch (IOException e) {
          LOG.warn("Typed text in {} cannot be read", file, e);
        }
      }
    }
  }
}
