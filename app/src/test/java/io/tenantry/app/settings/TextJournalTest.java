package io.tenantry.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.tasks.SameThreadTaskRunner;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextJournalTest {
  @TempDir private Path folder;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();

  @Test
  void typedTextIsWrittenWhenItsTimeComes() {
    TextJournal journal = open();
    journal.keep(TextKind.SQL, "query/1", "SELECT 1");
    journal.keep(TextKind.SQL, "query/1", "SELECT 12");
    assertThat(open().read(TextKind.SQL, "query/1")).isEmpty();
    tasks.tick();
    assertThat(open().read(TextKind.SQL, "query/1")).contains("SELECT 12");
  }

  @Test
  void endOfTheProgramWritesWhatIsLeft() {
    TextJournal journal = open();
    journal.keep(TextKind.DRAFT, "a", "SELECT 'ä'");
    journal.flush();
    assertThat(open().read(TextKind.DRAFT, "a")).contains("SELECT 'ä'");
  }

  @Test
  void textsWithSimilarNamesDoNotMix() {
    TextJournal journal = open();
    journal.keep(TextKind.SQL, "a/b", "one");
    journal.keep(TextKind.SQL, "a~2fb", "two");
    journal.keep(TextKind.SQL, "A/B", "three");
    journal.keep(TextKind.STAGED, "a/b", "four");
    journal.flush();
    TextJournal again = open();
    assertThat(again.read(TextKind.SQL, "a/b")).contains("one");
    assertThat(again.read(TextKind.SQL, "a~2fb")).contains("two");
    assertThat(again.read(TextKind.SQL, "A/B")).contains("three");
    assertThat(again.read(TextKind.STAGED, "a/b")).contains("four");
    assertThat(again.keys(TextKind.SQL)).containsExactly("A/B", "a/b", "a~2fb");
  }

  @Test
  void forgottenTextIsGoneAlsoWhenItWasStillToBeWritten() {
    TextJournal journal = open();
    journal.keep(TextKind.DRAFT, "sheet", "typed");
    tasks.tick();
    journal.keep(TextKind.DRAFT, "sheet", "typed more");
    journal.forget(TextKind.DRAFT, "sheet");
    tasks.tick();
    assertThat(journal.read(TextKind.DRAFT, "sheet")).isEmpty();
    assertThat(open().read(TextKind.DRAFT, "sheet")).isEmpty();
  }

  private TextJournal open() {
    return TextJournal.open(folder, tasks);
  }
}
