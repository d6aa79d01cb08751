package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.SeededEngine;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.tasks.RunningWork;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.tenants.TenantId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentsViewModelTest {
  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private final Notices notices = new Notices();
  private SeededEngine engine;
  private ProjectMemory memory;
  private TenantsViewModel model;
  private SegmentsViewModel segments;

  @BeforeEach
  void open() {
    engine = new SeededEngine(folder.resolve("data")).fintech().tenants(12);
    memory = ProjectMemory.open(folder.resolve("memory"), tasks);
    model =
        new TenantsViewModel(
            engine.project().tenants(),
            engine.project().samples(),
            engine.project().workspaces(),
            tasks,
            new ErrorPresenter(notices),
            RunningWork.untold(),
            new Navigator(Place.of(ScreenRoute.TENANTS)));
    segments = model.segments(memory, notices);
    model.list().load();
    segments.shown();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aFilterBecomesASegmentWithItsNumber() {
    assertThat(segments.canSave()).isFalse();
    type("colour:red");
    assertThat(segments.canSave()).isFalse();
    type("  state:ready   tenant-00 ");
    assertThat(segments.canSave()).isTrue();
    segments.save("  the first   nine ");

    assertThat(segments.canSave()).isFalse();
    assertThat(segments.all().get())
        .containsExactly(new TenantSegment("the first nine", "state:ready tenant-00"));
    assertThat(segments.current()).contains(segments.all().get().getFirst());
    assertThat(count("the first nine")).isEqualTo(9);
  }

  @Test
  void numbersFollowTheEngineWhileTheListIsRead() {
    type("state:suspended");
    segments.save("stopped");
    assertThat(count("stopped")).isZero();

    engine.project().tenants().suspend(new TenantId("tenant-003"));
    model.list().load();
    tasks.tick();
    assertThat(count("stopped")).isEqualTo(1);
  }

  @Test
  void showingOneFiltersTheListAndShowingItAgainShowsAll() {
    type("tenant-00");
    segments.save("nine");
    type("");
    TenantSegment nine = segments.all().get().getFirst();

    segments.show(nine);
    assertThat(model.list().filterProperty().get()).isEqualTo("tenant-00");
    segments.show(nine);
    assertThat(model.list().filterProperty().get()).isEmpty();
  }

  @Test
  void aNameIsTakenOnceAndCanBeChanged() {
    type("tenant-00");
    segments.save("nine");
    assertThat(segments.isTaken(" NINE ")).isTrue();
    assertThat(SegmentsViewModel.isName(" ")).isFalse();
    assertThat(SegmentsViewModel.isName("x".repeat(41))).isFalse();

    segments.rename(segments.all().get().getFirst(), "the nine");
    assertThat(segments.isTaken("nine")).isFalse();
    assertThat(segments.all().get()).containsExactly(new TenantSegment("the nine", "tenant-00"));
  }

  @Test
  void whatIsDeletedComesBackToItsPlaceAlsoOnAScreenThatWasOpenedMeanwhile() {
    type("tenant-00");
    segments.save("a");
    type("tenant-01");
    segments.save("b");
    segments.delete(segments.all().get().getFirst());
    assertThat(segments.all().get()).extracting(TenantSegment::name).containsExactly("b");

    segments.leave();
    SegmentsViewModel later = model.segments(memory, notices);
    later.shown();
    notices.act(notices.shown().getLast());
    assertThat(later.all().get()).extracting(TenantSegment::name).containsExactly("a", "b");
    assertThat(segments.all().get()).extracting(TenantSegment::name).containsExactly("b");
  }

  @Test
  void segmentsAreThereAfterARestartInTheirProjectOnly() {
    type("tenant-00");
    segments.save("nine");
    memory.flush();

    SegmentsViewModel again =
        model.segments(ProjectMemory.open(folder.resolve("memory"), tasks), notices);
    again.shown();
    assertThat(again.all().get()).containsExactly(new TenantSegment("nine", "tenant-00"));
    SegmentsViewModel elsewhere =
        model.segments(ProjectMemory.open(folder.resolve("other"), tasks), notices);
    elsewhere.shown();
    assertThat(elsewhere.all().get()).isEmpty();
  }

  private long count(String name) {
    return segments.all().get().stream()
        .filter(each -> each.isCalled(name))
        .mapToLong(each -> segments.count(each).orElse(-1))
        .sum();
  }

  private void type(String filter) {
    model.list().filterProperty().set(filter);
  }
}
