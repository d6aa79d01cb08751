package io.tenantry.app.screens.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.Screenshots;
import io.tenantry.app.SeededEngine;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.ModalHost;
import io.tenantry.app.dialogs.NoFileDialogs;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.contract.page.PageRequest;
import io.tenantry.contract.tenants.Tenant;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreateTenantsTest extends FxTest {
  private final Notices notices = new Notices();
  private final AtomicInteger told = new AtomicInteger();
  @TempDir private Path folder;
  private SameThreadTaskRunner tasks;
  private SeededEngine engine;
  private CreateTenantsViewModel model;
  private ModalHost host;

  @BeforeEach
  void open() {
    told.set(0);
    notices.clear();
    tasks = new SameThreadTaskRunner();
    engine = new SeededEngine(folder.resolve("engine")).fintech().tenants(1);
    host = fx(() -> new ModalHost(new Region()));
    show(host);
    run(this::openSheet);
    settle();
  }

  private void openSheet() {
    Dialogs dialogs = new Dialogs(host);
    model =
        new CreateTenantsViewModel(
            engine.project().tenants(),
            engine.project().workspaces(),
            engine.regions(),
            ProjectMemory.open(folder.resolve("memory"), new SameThreadTaskRunner()).texts(),
            tasks);
    new CreateTenantsSheet(
            model, dialogs, new WriteGuard(dialogs, notices), new NoFileDialogs(), tasks, notices)
        .open(told::incrementAndGet);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void onlyWhatWasNotMadeStaysInTheSheet() {
    create("Acme\ntenant-001\nAcme\n***");
    assertThat(model.namesProperty().get()).isEqualTo("tenant-001\n***");
    assertThat(lookup("2 created, 1 failed").tryQuery()).isPresent();
    assertThat(told).hasValue(1);
    create("Acme");
    assertThat(tenants()).hasSize(4);
    assertThat(fx(host::isOpen)).isFalse();
  }

  @Test
  void whatTheEngineRefusesIsSaidInOurWords() {
    engine.project().tenants().delete(new TenantId("tenant-001"), false);

    create("Acme\ntenant-001");

    assertThat(lookup("tenant-001: In the trash. Restore it in Tenants.").tryQuery()).isPresent();
  }

  @Test
  void namesThatAreTakenAreSaidBeforeAnythingIsCreated() {
    run(() -> model.namesProperty().set("Acme\ntenant-001\n***"));
    run(tasks::tick);
    settle();
    assertThat(lookup(".chip:warning").queryLabeled().getText()).isEqualTo("Taken");
    assertThat(lookup("3 tenants, 1 taken already").tryQuery()).isPresent();
    assertThat(model.canCreate().get()).isTrue();
    Screenshots.everyLook("tenants-create-taken", host.getScene());
    run(() -> model.namesProperty().set("tenant-001"));
    run(tasks::tick);
    settle();
    assertThat(model.canCreate().get()).isFalse();
    run(() -> model.namesProperty().set("tenant-001\n" + names(60)));
    run(tasks::tick);
    assertThat(model.taken().get()).containsExactly("tenant-001");
    engine.project().tenants().delete(new TenantId("tenant-001"), false);
    run(() -> model.namesProperty().set("tenant-001"));
    run(tasks::tick);
    assertThat(model.taken().get()).as("what is in the trash").containsExactly("tenant-001");
  }

  @Test
  void whatWasMadeIsToldAndWhatIsNotUsedIsSaid() {
    run(() -> model.namesProperty().set("id,name\nacme,Acme Ltd\nhooli,Hooli"));
    settle();
    assertThat(lookup("Ids come from id. Not used: name").tryQuery()).isPresent();
    Screenshots.take("tenants-create-unused", host.getScene());
    create("id,name\nacme,Acme Ltd\nhooli,Hooli");
    assertThat(notices.kept().getFirst().problem().title()).isEqualTo("2 tenants created");
    assertThat(notices.kept()).hasSize(1);
  }

  @Test
  void whileItRunsTheSheetSaysHowManyHowFastAndHowLong() {
    CreationRun.Progress far = new CreationRun.Progress(1_200, 3, 10_000, Duration.ofSeconds(3));
    assertThat(CreateTenantsSheet.words(far))
        .isEqualTo("1,200 of 10,000 created · 3 failed · 401 per second · 22 s left");
    tasks.hold();
    create(names(450));
    assertThat(lookup("0 of 450 created").tryQuery()).isPresent();
    Screenshots.take("tenants-create-running", host.getScene());
  }

  @Test
  void leavingWhileTenantsAreMadeAsksWhetherToStop() {
    tasks.hold();
    create(names(450));
    push(KeyCode.ESCAPE);
    assertThat(lookup("Stop creating tenants?").tryQuery()).isPresent();
    clickOn("Go on creating");
    push(KeyCode.ESCAPE);
    clickOn("Stop");
    run(tasks::deliverNext);
    assertThat(lookup("Stopped: 200 created, 250 not tried").tryQuery()).isPresent();
    assertThat(model.wanted()).hasSize(250).doesNotContain("name-200");
    assertThat(tenants()).hasSize(201);
    push(KeyCode.ESCAPE);
    assertThat(lookup("Discard 250 names?").tryQuery()).isPresent();
  }

  @Test
  void theQuestionGoesWhenThereIsNothingToStopAnyMore() {
    tasks.hold();
    create(names(3));
    push(KeyCode.ESCAPE);
    run(tasks::deliverNext);
    assertThat(fx(host::isOpen)).isFalse();
  }

  @Test
  void theFormBeginsAtTheEdgeOfTheTitleAndNeedsNoScrollingInASmallWindow() {
    run(() -> host.getScene().getWindow().setWidth(900));
    run(() -> host.getScene().getWindow().setHeight(600));
    settle();
    assertThat(left(".form-columns .form-field")).isEqualTo(left(".sheet-words"));
    assertThat(lookup(".sheet-scroll > .scroll-bar").queryAllAs(ScrollBar.class))
        .noneMatch(Node::isVisible);
  }

  private List<Tenant> tenants() {
    return engine.project().tenants().list(TenantFilter.none(), PageRequest.all()).items();
  }

  private double left(String query) {
    return fx(
        () -> {
          Node node = lookup(query).query();
          Bounds bounds = node.localToScene(node.getLayoutBounds());
          return bounds.getMinX();
        });
  }

  private void create(String text) {
    run(() -> model.namesProperty().set(text));
    run(() -> lookup(".dialog-sheet .button.accent").queryButton().fire());
    settle();
  }

  private static String names(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> "Name %03d".formatted(number))
        .collect(Collectors.joining("\n"));
  }
}
