package io.tenantry.app.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Order;
import io.tenantry.app.fx.ScreenState;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PagedListTest {
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final Numbers numbers = new Numbers(100_000);
  private final PagedList<String> list =
      new PagedList<>(numbers, name -> name, tasks, new ErrorPresenter(new Notices()));

  @Test
  void theListIsAsLongAsTheEngineSaysAndItsRowsComeWhenTheyAreSeen() {
    list.load();

    assertThat(list.rows()).hasSize(100_000);
    assertThat(list.total().get()).isEqualTo(100_000);
    assertThat(list.rows().get(0)).isEqualTo("n-000000");
    assertThat(list.rows().get(99_990)).isNull();
    list.see(99_970, 99_999);
    assertThat(list.rows().get(99_999)).isEqualTo("n-099999");
    list.see(50_010, 50_040);
    assertThat(list.rows().get(50_010)).isEqualTo("n-050010");
  }

  @Test
  void rowsOfTheVisitBeforeCountAsOldUntilTheEngineHasAnswered() {
    list.enter();
    assertThat(list.waiting().get()).isFalse();
    list.leave();
    numbers.all().addFirst("m");
    tasks.hold();

    list.enter();
    assertThat(list.waiting().get()).isTrue();
    tasks.deliverNext();

    assertThat(list.waiting().get()).isFalse();
    assertThat(list.rows().getFirst()).isEqualTo("m");
  }

  @Test
  void filterAndOrderOfLastTimeAreAskedForOnce() {
    list.filterProperty().set("n-0000");
    list.orderProperty().set(Optional.of(Order.down("name")));
    assertThat(numbers.asked()).isEmpty();
    list.load();

    assertThat(numbers.asked()).containsExactly(0L);
    assertThat(list.opened().get()).isEqualTo(1);
    assertThat(list.rows().getFirst()).isEqualTo("n-000099");
  }

  @Test
  void onlyWhatIsSeenAndThePagesBesideItAreRead() {
    list.load();
    numbers.asked().clear();
    list.see(50_010, 50_040);

    assertThat(numbers.asked()).containsExactly(50_000L, 50_100L, 49_900L);
    numbers.asked().clear();
    list.see(50_020, 50_050);
    assertThat(numbers.asked()).isEmpty();
  }

  @Test
  void whatIsFlownOverIsNotRead() {
    list.load();
    tasks.hold();
    numbers.asked().clear();
    for (int at = 10_000; at < 90_000; at += 1_000) {
      list.see(at, at + 30);
    }
    tasks.deliverNext();
    tasks.deliverNext();
    tasks.deliverNext();

    assertThat(numbers.asked()).contains(89_000L).hasSizeLessThan(6);
    assertThat(list.rows().get(89_000)).isEqualTo("n-089000");
  }

  @Test
  void memoryStaysBoundedWhileTheWholeListIsScrolledThrough() {
    list.load();
    for (int at = 0; at < 100_000; at += 30) {
      list.see(at, at + 29);
    }

    long here = list.rows().stream().filter(row -> row != null).count();
    assertThat(here).isBetween(100L, 8_000L);
    assertThat(list.rows().get(99_990)).isNotNull();
    assertThat(list.rows().get(0)).isNull();
  }

  @Test
  void aLateAnswerDoesNotOverwriteTheRowsOfANewerFilter() {
    list.load();
    tasks.hold();
    list.filterProperty().set("n-00001");
    list.filterProperty().set("n-00002");
    list.filterProperty().set("n-000033");
    while (list.waiting().get()) {
      tasks.deliverNext();
    }

    assertThat(list.rows()).containsExactly("n-000033");
    assertThat(list.total().get()).isEqualTo(1);
  }

  @Test
  void anAnswerThatTakesLongIsNotWaitedFor() {
    list.load();
    tasks.hold();
    list.filterProperty().set("n-00001");
    list.filterProperty().set("n-000033");
    tasks.tick();
    tasks.deliverLast();
    assertThat(list.rows()).containsExactly("n-000033");
    tasks.deliverNext();
    assertThat(list.rows()).containsExactly("n-000033");
  }

  @Test
  void aFilterThatIsNotUnderstoodSaysSoAndListsNothing() {
    list.load();
    list.filterProperty().set("what?");

    assertThat(list.problem().get()).isEqualTo("Unknown filter 'what?'.");
    assertThat(list.rows()).isEmpty();
    list.marks().selectAll();
    assertThat(list.chosen().count()).isZero();
    assertThat(list.state().get()).isEqualTo(ScreenState.LOADED);
    list.load();
    assertThat(list.rows()).isEmpty();
    list.filterProperty().set("");
    assertThat(list.problem().get()).isEmpty();
    assertThat(list.rows()).hasSize(100_000);
  }

  @Test
  void pagesThatCannotBeReadAreTriedAgainInPlace() {
    list.load();
    numbers.fail(true);
    list.see(50_000, 50_030);
    assertThat(list.isFailed(50_010)).isTrue();
    assertThat(list.isFailed(10)).isFalse();
    assertThat(list.state().get()).isEqualTo(ScreenState.LOADED);

    numbers.fail(false);
    list.retry();
    assertThat(list.isFailed(50_010)).isFalse();
    assertThat(list.rows().get(50_010)).isEqualTo("n-050010");
  }

  @Test
  void aListThatCannotBeOpenedSaysSo() {
    numbers.fail(true);
    list.load();
    assertThat(list.state().get()).isInstanceOf(ScreenState.Failed.class);
    numbers.fail(false);
    list.load();
    assertThat(list.state().get()).isEqualTo(ScreenState.LOADED);
  }

  @Test
  void rowsThatComeAndGoAreSeenWithoutBeingAskedForAndNoneIsShownTwice() {
    list.load();
    list.see(95, 125);
    numbers.all().subList(0, 10).clear();
    tasks.tick();

    assertThat(list.rows()).hasSize(99_990);
    assertThat(list.rows().subList(95, 126))
        .isEqualTo(numbers.all().subList(95, 126))
        .doesNotHaveDuplicates();
  }

  @Test
  void aPageThatRepeatsARowOfAnotherIsNoticedEvenIfTheTotalIsTheSame() {
    list.load();
    list.see(0, 30);
    numbers.all().remove(50);
    numbers.all().add("n-999999");
    list.see(205, 230);
    list.see(95, 125);
    tasks.tick();

    assertThat(list.rows().subList(95, 126)).isEqualTo(numbers.all().subList(95, 126));
  }

  @Test
  void nothingIsToldWhenNothingChanged() {
    list.load();
    list.see(0, 30);
    List<String> told = new ArrayList<>();
    list.rows().subscribe(() -> told.add("rows"));
    tasks.tick();
    tasks.tick();

    assertThat(told).isEmpty();
  }

  @Test
  void aListWithoutRowsShowsTheFirstThatComes() {
    numbers.all().clear();
    list.load();
    assertThat(list.state().get()).isEqualTo(ScreenState.EMPTY);

    numbers.all().add("n-000001");
    tasks.tick();

    assertThat(list.rows()).containsExactly("n-000001");
    assertThat(list.state().get()).isEqualTo(ScreenState.LOADED);
  }

  @Test
  void anOrderIsTheEngines() {
    list.load();
    list.orderProperty().set(Optional.of(Order.down("name")));
    assertThat(list.rows().getFirst()).isEqualTo("n-099999");
    assertThat(list.rows()).hasSize(100_000);
  }

  @Test
  void typingFindsRowsThatAreNotHere() {
    list.load();
    List<Integer> found = new ArrayList<>();
    list.startingWith("n-0777", found::add);
    list.find("n-012345", found::add);
    list.find("n-000002", found::add);
    list.find("nobody", found::add);

    assertThat(found).containsExactly(77_700, 12_345, 2, -1);
  }

  @Test
  void aSelectionSurvivesPagingAndSorting() {
    list.load();
    list.marks().only("n-000005");
    list.see(90_000, 90_030);
    list.marks().add(List.of("n-090001"));
    list.orderProperty().set(Optional.of(Order.down("name")));

    assertThat(list.chosen()).isEqualTo(new Chosen.Rows<>(List.of("n-000005", "n-090001")));
    list.filterProperty().set("n-09");
    assertThat(list.marks().count(list.total().get())).isZero();
  }

  @Test
  void whatIsNotThereAnyMoreIsNotSelectedAnyMoreHereOrFarAway() {
    list.load();
    list.see(0, 30);
    list.marks().only(List.of("n-000005", "n-000006", "n-090001", "n-090002"));
    numbers.all().removeAll(List.of("n-000005", "n-090001"));
    list.load();

    assertThat(list.chosen()).isEqualTo(new Chosen.Rows<>(List.of("n-000006", "n-090002")));
  }

  @Test
  void ofManyThatAreSelectedThoseStayThatAreStillThere() {
    list.load();
    List<String> span = List.copyOf(numbers.all().subList(40, 4_040));
    list.marks().only(span);
    numbers.all().removeAll(span.subList(0, 3_900));
    list.load();

    assertThat(list.chosen()).isEqualTo(new Chosen.Rows<>(span.subList(3_900, 4_000)));
  }

  @Test
  void whatComesAfterEverythingWasTakenAwayIsNotSelected() {
    list.filterProperty().set("n-00000");
    list.load();
    List<String> matching = List.copyOf(numbers.all().subList(0, 10));
    list.marks().selectAll();
    numbers.all().removeAll(matching);
    list.load();
    numbers.all().addAll(0, matching);
    list.load();

    assertThat(list.total().get()).isEqualTo(10);
    assertThat(list.chosen().count()).isZero();
  }

  @Test
  void whatWasTakenOutOfASelectionAndIsGoneIsNotCountedTwice() {
    list.load();
    list.marks().selectAll();
    list.marks().toggle("n-000007");
    numbers.all().remove("n-000007");
    list.load();

    assertThat(list.chosen().count()).isEqualTo(99_999);
  }

  @Test
  void everythingMatchingIsSelectedWithoutBeingRead() {
    list.filterProperty().set("n-09");
    list.load();
    numbers.asked().clear();
    list.marks().selectAll();
    list.marks().toggle("n-090007");

    assertThat(numbers.asked()).isEmpty();
    assertThat(list.marks().contains("n-095000")).isTrue();
    assertThat(list.marks().contains("n-090007")).isFalse();
    assertThat(list.chosen())
        .isEqualTo(new Chosen.Matching<String>("n-09", 10_000, Set.of("n-090007")));
    assertThat(list.chosen().count()).isEqualTo(9_999);
  }

  @Test
  void aSpanReachesOverRowsThatAreNotHere() {
    list.load();
    List<String> rows = new ArrayList<>();
    list.range(40, 30_039, rows::addAll);

    assertThat(rows).isEqualTo(numbers.all().subList(40, 30_040));
  }

  @Test
  void answersThatComeAfterTheScreenWasLeftAreDropped() {
    list.load();
    tasks.hold();
    list.see(50_000, 50_030);
    list.leave();
    tasks.deliverNext();
    assertThat(list.rows().get(50_000)).isNull();
    list.load();
    tasks.deliverNext();
    assertThat(list.rows().get(50_000)).isEqualTo("n-050000");
  }
}
