package io.tenantry.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.ModalHost;
import io.tenantry.app.notices.Notices;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteGuardTest extends FxTest {
  private static final GuardedChange CREATE =
      GuardedChange.normal("Create tenant wayne?", "A database is made.", "Create tenant", "wayne");
  private static final GuardedChange DELETE =
      GuardedChange.irrevocable("Delete wayne for good?", "All data is lost.", "Delete", "wayne");

  private final AtomicInteger done = new AtomicInteger();
  private Notices notices;
  private WriteGuard guard;

  @BeforeEach
  void build() {
    done.set(0);
    ModalHost host = fx(() -> new ModalHost(new Pane()));
    notices = new Notices();
    guard = new WriteGuard(new Dialogs(host), notices);
    show(host);
  }

  @Test
  void openConnectionChangesAtOnce() {
    ask(GuardLevel.OPEN, CREATE);
    assertThat(done).hasValue(1);
  }

  @Test
  void confirmingConnectionAsksFirst() {
    ask(GuardLevel.CONFIRM, CREATE);
    assertThat(done).hasValue(0);
    clickOn("Create tenant");
    assertThat(done).hasValue(1);
  }

  @Test
  void escapeChangesNothing() {
    ask(GuardLevel.CONFIRM, CREATE);
    push(KeyCode.ESCAPE);
    settle();
    assertThat(lookup("Create tenant").tryQuery()).isEmpty();
    assertThat(done).hasValue(0);
  }

  @Test
  void whatCannotBeUndoneAsksForTheNameEvenOnAnOpenConnection() {
    ask(GuardLevel.OPEN, DELETE);
    clickOn("Delete");
    assertThat(done).hasValue(0);
    clickOn(".mono-field").write("wayne");
    clickOn("Delete");
    assertThat(done).hasValue(1);
  }

  @Test
  void aNumberIsTakenWithoutTheMarksOfItsThousands() {
    ask(
        GuardLevel.OPEN,
        GuardedChange.irrevocable("Run in 5,006 tenants?", "", "Run in all", "5,006")
            .reaching(5_006));
    clickOn(".mono-field").write("506");
    clickOn("Run in all");
    assertThat(done).hasValue(0);
    clickOn(".mono-field");
    push(KeyCode.CONTROL, KeyCode.A);
    write("5006");
    clickOn("Run in all");
    assertThat(done).hasValue(1);
  }

  @Test
  void readOnlyConnectionRefuses() {
    ask(GuardLevel.READ_ONLY, CREATE);
    assertThat(done).hasValue(0);
    assertThat(fx(() -> notices.shown().size())).isEqualTo(1);
    assertThat(fx(() -> guard.canWrite().get())).isFalse();
  }

  private void ask(GuardLevel level, GuardedChange change) {
    run(
        () -> {
          guard.level(level);
          guard.run(change, done::incrementAndGet);
        });
    settle();
  }
}
