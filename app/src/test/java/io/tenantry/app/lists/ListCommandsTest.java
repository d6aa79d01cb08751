package io.tenantry.app.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Command;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The palette offers of a list what its keys and menus do, and nothing before it can be done. */
class ListCommandsTest extends FxTest {
  @TempDir Path folder;

  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();

  @Test
  void anActionWhoseReachIsStillAskedForIsNotOffered() {
    PagedList<String> list =
        new PagedList<>(new Numbers(600), name -> name, tasks, new ErrorPresenter(new Notices()));
    ListScreen<String> screen = fx(() -> screen(list));
    run(list::load);
    tasks.hold();
    run(list.marks()::selectAll);
    assertThat(titles(screen)).doesNotContain("Suspend");
    run(tasks::deliverNext);
    assertThat(titles(screen)).contains("Suspend");
  }

  private ListScreen<String> screen(PagedList<String> list) {
    RowAction<String> suspend =
        RowAction.<String>many("Suspend", Icon.PAUSE, _ -> {})
            .counted(all -> OptionalLong.of(all.count()));
    ListSetup<String> setup =
        new ListSetup<String>("tenants")
            .columns(List.of(DataColumn.text("Name", name -> name)))
            .several()
            .action(suspend);
    return new ListScreen<>(list, setup, ProjectMemory.open(folder, new SameThreadTaskRunner()));
  }

  private static List<String> titles(ListScreen<String> screen) {
    return fx(() -> screen.commands().stream().map(Command::title).toList());
  }
}
