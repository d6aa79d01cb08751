package io.tenantry.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.tasks.SameThreadTaskRunner;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlJournalTest {
  @TempDir private Path folder;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();

  @Test
  void typedTextIsWrittenWhenItsTimeComes() {
    SqlJournal journal = new SqlJournal(folder, tasks);
    journal.keep("query/1", "SELECT 1");
    journal.keep("query/1", "SELECT 12");
    assertThat(journal.read("query/1")).isEmpty();
    tasks.tick();
    assertThat(new SqlJournal(folder, tasks).read("query/1")).contains("SELECT 12");
  }

  @Test
  void endOfTheProgramWritesWhatIsLeft() {
    SqlJournal journal = new SqlJournal(folder, tasks);
    journal.keep("a", "SELECT 'ä'");
    journal.flush();
    assertThat(journal.read("a")).contains("SELECT 'ä'");
  }

  @Test
  void editorsWithSimilarNamesDoNotMix() {
    SqlJournal journal = new SqlJournal(folder, tasks);
    journal.keep("a/b", "one");
    journal.keep("a~2fb", "two");
    journal.flush();
    assertThat(journal.read("a/b")).contains("one");
    assertThat(journal.read("a~2fb")).contains("two");
  }
}
