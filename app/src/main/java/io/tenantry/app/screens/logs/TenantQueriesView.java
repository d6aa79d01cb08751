package io.tenantry.app.screens.logs;

import io.tenantry.app.controls.StyleSheets;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.forms.Segments;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.fx.Command;
import io.tenantry.app.lists.ListScreen;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.text.Text;
import io.tenantry.contract.tenants.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * What queries ran on one tenant: one by one, or by pattern. Its subject is the tenant's id. Only
 * the list that is seen asks the engine.
 */
public final class TenantQueriesView implements Screen {
  private final LogViewModel log;
  private final LogTab logTab;
  private final PatternsTab patternsTab;
  private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.LOG);
  private final StackPane root;
  private final PageHead head;
  private Optional<Way> open = Optional.empty();

  /** How the queries are listed. */
  private enum Way {
    LOG,
    PATTERNS;

    String words() {
      return Text.of("logs.way." + name().toLowerCase(Locale.ROOT));
    }
  }

  public TenantQueriesView(LogViewModel log, LogTools tools) {
    this.log = log;
    logTab = LogTab.ofTenant(log, tools.navigator(), tools.memory());
    patternsTab = new PatternsTab(tools, LogOf.TENANT);
    root = StyleSheets.add(new StackPane(), TenantQueriesView.class, "logs.css");
    head =
        new PageHead("")
            .tool(Segments.small(Text.of("logs.ways"), List.of(Way.values()), Way::words, way))
            .actions(Action.of(Text.of("logs.refresh"), Icon.REFRESH, this::refresh).iconOnly());
    head.captionProperty().bind(way.map(now -> Text.of("logs.ofTenant." + now)));
    way.subscribe((_, _) -> turned());
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public PageHead head() {
    return head;
  }

  @Override
  public void shown(String subject) {
    TenantId tenant = TenantId.existing(subject);
    log.only(tenant);
    patternsTab.only(tenant);
    enter();
  }

  @Override
  public void hidden() {
    leave();
  }

  private void turned() {
    if (open.isPresent()) {
      leave();
      enter();
    }
  }

  private void enter() {
    open = Optional.of(way.get());
    switch (way.get()) {
      case LOG -> {
        log.enter();
        root.getChildren().setAll(logTab.node());
      }
      case PATTERNS -> root.getChildren().setAll(patternsTab.node());
    }
    list().shown("");
  }

  private void leave() {
    open.ifPresent(
        shown -> {
          switch (shown) {
            case LOG -> log.leave();
            case PATTERNS -> patternsTab.screen().hidden();
          }
        });
    open = Optional.empty();
  }

  private ListScreen<?> list() {
    return way.get() == Way.LOG ? logTab.screen() : patternsTab.screen();
  }

  private void refresh() {
    switch (way.get()) {
      case LOG -> log.refresh();
      case PATTERNS -> patternsTab.list().load();
    }
  }

  @Override
  public List<Command> commands() {
    List<Command> all = new ArrayList<>(list().commands());
    if (way.get() == Way.LOG) {
      all.add(
          new Command(
              Text.of("logs.live.toggle"), "Shortcut+L", () -> log.live().set(!log.live().get())));
    }
    return all;
  }
}
