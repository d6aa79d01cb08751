package io.tenantry.app.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.settings.ProjectMemories;
import io.tenantry.app.settings.ProjectScope;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {
  private static final ProjectScope PRODUCTION = new ProjectScope("production", "p");
  private static final ProjectScope STAGING = new ProjectScope("staging", "p");

  @TempDir private Path folder;
  private ProjectMemories memories;

  @BeforeEach
  void openMemories() {
    memories = new ProjectMemories(folder, new SameThreadTaskRunner());
  }

  private final Notices notices = new Notices(NoticeShelf.passing(), () -> Instant.EPOCH);

  @Test
  void atMostThreeStandAndTheListKeepsAll() {
    for (int number = 0; number < 5; number++) {
      notices.success("Made " + number, "");
    }
    assertThat(notices.shown())
        .extracting(NoticesTest::title)
        .containsExactly("Made 4", "Made 3", "Made 2");
    assertThat(notices.kept()).hasSize(5);
    assertThat(notices.unread().get()).isEqualTo(5);
  }

  @Test
  void errorsStayWhileGoodNewsMakeRoom() {
    notices.show(Tone.DANGER, Problem.of("Broken", "", ""));
    for (int number = 0; number < 4; number++) {
      notices.success("Made " + number, "");
    }
    assertThat(notices.shown()).extracting(NoticesTest::title).contains("Broken").hasSize(3);
  }

  @Test
  void whatWasToldAgainIsCountedNotRepeated() {
    notices.info("Saved", "a");
    notices.info("Moved", "b");
    notices.info("Saved", "a");
    assertThat(notices.kept()).extracting(NoticesTest::title).containsExactly("Saved", "Moved");
    assertThat(notices.kept().getFirst().times()).isEqualTo(2);
    assertThat(notices.unread().get()).isEqualTo(2);
  }

  @Test
  void anActionIsStillThereAfterTheMessageHasLeft() {
    AtomicInteger undone = new AtomicInteger();
    notices.success("Deleted", "", new Notice.Action("Undo", undone::incrementAndGet));
    Notice told = notices.shown().getFirst();
    notices.pass(told);
    assertThat(notices.shown()).isEmpty();
    notices.act(notices.kept().getFirst());
    assertThat(undone).hasValue(1);
    assertThat(notices.unread().get()).isZero();
  }

  @Test
  void whatIsTriedAgainSaysSoAndHowItEnded() {
    AtomicReference<Runnable> worked = new AtomicReference<>();
    AtomicReference<Runnable> failed = new AtomicReference<>();
    Problem broken = Problem.of("Engine away", "It does not answer.", "Wait.");
    Notice.Action again =
        Notice.Action.again(
            "Try again",
            (onWorked, onFailed) -> {
              worked.set(onWorked);
              failed.set(onFailed);
            });
    notices.show(Tone.DANGER, broken, again);

    notices.act(notices.shown().getFirst());
    Notice trying = notices.shown().getFirst();
    assertThat(trying.problem().title()).isEqualTo("Engine away");
    assertThat(trying.problem().text()).isEqualTo("Trying again…");
    assertThat(trying.action()).isEmpty();

    failed.get().run();
    notices.show(Tone.DANGER, broken, again);
    assertThat(notices.shown()).hasSize(1);
    assertThat(notices.shown().getFirst().times()).isEqualTo(2);
    assertThat(notices.shown().getFirst().action()).isPresent();

    notices.act(notices.shown().getFirst());
    worked.get().run();
    assertThat(notices.shown())
        .extracting(NoticesTest::title)
        .containsExactly("It worked this time");
  }

  @Test
  void anActionIsDoneOnce() {
    AtomicInteger undone = new AtomicInteger();
    notices.success("Deleted", "", new Notice.Action("Undo", undone::incrementAndGet));
    notices.act(notices.kept().getFirst());
    assertThat(notices.kept().getFirst().action()).isEmpty();
    assertThat(undone).hasValue(1);
  }

  @Test
  void whatIsNotPossibleAnyMoreIsNotOffered() {
    notices.success("Closed", "", Notice.Action.with(Set.of("query-1"), "Reopen", () -> {}));
    notices.success("Suspended", "", Notice.Action.with(Set.of("acme", "hooli"), "Undo", () -> {}));
    notices.success("Recorded", "", new Notice.Action("See changes", () -> {}));
    notices.gone(Set.of("query-1", "acme"));
    assertThat(notices.shown())
        .extracting(NoticesTest::title)
        .containsExactly("Recorded", "Suspended");
    assertThat(notices.kept().get(2).action()).isEmpty();
    assertThat(notices.kept().get(1).action()).isPresent();
    assertThat(notices.unread().get()).isEqualTo(3);
    notices.gone(Set.of("hooli"));
    assertThat(notices.shown()).extracting(NoticesTest::title).containsExactly("Recorded");
    assertThat(notices.kept().get(0).action()).isPresent();
  }

  @Test
  void passingLeavesItUnreadAndClosingDoesNot() {
    notices.success("One", "");
    notices.success("Two", "");
    notices.pass(notices.kept().get(1));
    notices.close(notices.kept().get(0));
    assertThat(notices.unread().get()).isEqualTo(1);
    notices.seen();
    assertThat(notices.unread().get()).isZero();
  }

  @Test
  void twoThatCanEachBeUndoneStayTwo() {
    List<String> undone = new ArrayList<>();
    notices.success("acme deleted", "", new Notice.Action("Undo", () -> undone.add("first")));
    notices.success("acme deleted", "", new Notice.Action("Undo", () -> undone.add("second")));
    assertThat(notices.kept()).hasSize(2);
    notices.act(notices.kept().getLast());
    assertThat(undone).containsExactly("first");
    assertThat(notices.kept().getFirst().action()).isPresent();
  }

  @Test
  void whatBelongsToAProjectGoesAndComesWithItAndCannotBeUndoneAfterwards() {
    notices.opened(Optional.of(PRODUCTION));
    notices.show(Tone.WARNING, Problem.of("Failed", "", ""), new Notice.Action("Open", () -> {}));
    notices.success("Made", "", new Notice.Action("Undo", () -> {}));
    notices.window().success("Exported", "", new Notice.Action("Show", () -> {}));

    notices.opened(Optional.of(STAGING));
    assertThat(notices.shown()).extracting(NoticesTest::title).containsExactly("Exported");
    assertThat(notices.kept()).isEqualTo(notices.shown());
    assertThat(notices.kept().getFirst().action()).isPresent();
    assertThat(notices.unread().get()).isEqualTo(1);
    notices.info("Here", "");

    notices.opened(Optional.of(PRODUCTION));
    assertThat(notices.kept())
        .extracting(NoticesTest::title)
        .containsExactlyInAnyOrder("Exported", "Made", "Failed");
    assertThat(notices.unread().get()).isEqualTo(3);
    assertThat(notices.kept())
        .filteredOn(notice -> !title(notice).equals("Exported"))
        .allMatch(notice -> notice.action().isEmpty());
    assertThat(notices.shown()).extracting(NoticesTest::title).containsExactly("Exported");
  }

  @Test
  void thatAnEngineDoesNotAnswerIsNotSaidAnyMoreWhenItDoes() {
    Problem away = Problem.of("The engine is not running", "", "");
    notices.opened(Optional.of(PRODUCTION));
    notices.silence().show(Tone.DANGER, away);
    notices.show(Tone.DANGER, Problem.of("It failed", "", ""));
    notices.unopened("staging").show(Tone.DANGER, away);
    assertThat(notices.kept()).hasSize(3);

    notices.answers("production");
    assertThat(notices.kept())
        .extracting(NoticesTest::title)
        .containsExactly("The engine is not running", "It failed");
    notices.answers("staging");
    assertThat(notices.kept()).extracting(NoticesTest::title).containsExactly("It failed");
    assertThat(notices.shown()).isEqualTo(notices.kept());

    notices.silence().show(Tone.DANGER, away);
    notices.opened(Optional.of(STAGING));
    notices.answers("production");
    notices.opened(Optional.of(PRODUCTION));
    assertThat(notices.kept()).extracting(NoticesTest::title).containsExactly("It failed");
    assertThat(notices.unread().get()).isEqualTo(1);
  }

  @Test
  void whatIsRememberedHasItsTimeAndCountAndNothingThatIsNotPossibleAnyMore() {
    Notices before = new Notices(new RememberedNotices(memories::of), () -> Instant.EPOCH);
    before.opened(Optional.of(PRODUCTION));
    before.info("Saved", "a");
    before.info("Saved", "a");
    before.seen();
    before.success("Deleted", "", new Notice.Action("Undo", () -> {}));
    before.silence().show(Tone.DANGER, Problem.of("The engine is not running", "", ""));
    before.window().info("Exported", "");
    Problem broken = new Problem("It failed", "Why", "What to do", Optional.of("ab12cd34"));
    before.show(Tone.DANGER, broken, Notice.Action.again("Try again", (_, _) -> {}));
    before.act(before.shown().getFirst());

    Notices after = new Notices(new RememberedNotices(memories::of), InstantSource.system());
    after.opened(Optional.of(STAGING));
    assertThat(after.kept()).isEmpty();
    after.opened(Optional.of(PRODUCTION));
    assertThat(after.kept())
        .extracting(NoticesTest::title)
        .containsExactly("It failed", "Deleted", "Saved");
    assertThat(after.kept().getFirst().problem()).isEqualTo(broken);
    assertThat(after.kept().getLast().times()).isEqualTo(2);
    assertThat(after.kept())
        .allMatch(notice -> notice.action().isEmpty() && notice.at().equals(Instant.EPOCH));
    assertThat(after.unread().get()).isEqualTo(1);
  }

  @Test
  void atMostFiftyAreRememberedAndStrangeOnesAreLeftOut() {
    Notices before = new Notices(new RememberedNotices(memories::of), () -> Instant.EPOCH);
    before.opened(Optional.of(PRODUCTION));
    for (int number = 1; number <= 80; number++) {
      before.info("Made " + number, "");
    }
    assertThat(remembered()).hasSize(50).endsWith("Made 31");
    memories.of(PRODUCTION).keep("notices", "[{\"tone\":\"PINK\"},7]");
    assertThat(remembered()).isEmpty();
    memories.of(PRODUCTION).keep("notices", "{");
    assertThat(remembered()).isEmpty();
    before.clear();
    assertThat(memories.of(PRODUCTION).value("notices")).isEmpty();
  }

  private List<String> remembered() {
    Notices after = new Notices(new RememberedNotices(memories::of), InstantSource.system());
    after.opened(Optional.of(PRODUCTION));
    return after.kept().stream().map(NoticesTest::title).toList();
  }

  @Test
  void clearingEmptiesEverything() {
    notices.success("Made", "");
    notices.clear();
    assertThat(notices.kept()).isEmpty();
    assertThat(notices.shown()).isEmpty();
    assertThat(notices.unread().get()).isZero();
  }

  private static String title(Notice notice) {
    return notice.problem().title();
  }
}
