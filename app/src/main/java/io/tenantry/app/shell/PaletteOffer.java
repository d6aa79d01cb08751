package io.tenantry.app.shell;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.controls.actions.Action;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.fx.Command;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.page.PageHead;
import io.tenantry.app.page.Screen;
import io.tenantry.app.settings.ThemeChoice;
import io.tenantry.app.shell.palette.PaletteEntry;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the window itself offers in the palette: commands of the page, places, connections. */
final class PaletteOffer {
  private final ShellViewModel model;

  PaletteOffer(ShellViewModel model) {
    this.model = model;
  }

  /**
   * Returns all of it, what belongs to the page first.
   *
   * @param general what can be done everywhere
   * @param themes the looks there are
   */
  List<PaletteEntry> entries(List<Command> general, ThemeSwitch themes) {
    List<PaletteEntry> all = new ArrayList<>();
    model.screen().get().ifPresent(screen -> addPage(all, screen));
    model.sidebar().forEach(route -> all.add(place(route)));
    general.forEach(command -> all.add(entry(command)));
    Stream.of(ThemeChoice.values()).map(choice -> theme(choice, themes)).forEach(all::add);
    model.book().all().forEach(connection -> all.add(open(connection)));
    return all;
  }

  private static void addPage(List<PaletteEntry> all, Screen screen) {
    actionsOf(screen.head()).map(PaletteOffer::entry).forEach(all::add);
    screen.commands().stream()
        .filter(Command::isPossible)
        .forEach(command -> all.add(entry(command)));
  }

  /** Returns the actions of a head that can be done now. */
  static Stream<Action> actionsOf(PageHead head) {
    return Stream.concat(head.actions().stream(), head.menu().stream()).filter(Action::isPossible);
  }

  private static PaletteEntry entry(Action action) {
    return PaletteEntry.command(
        action.icon(), action.titleProperty().get(), action.keys(), action::run);
  }

  private static PaletteEntry entry(Command command) {
    return PaletteEntry.command(Icon.COMMAND, command.title(), command.keys(), command.run());
  }

  private PaletteEntry place(ScreenRoute route) {
    return new PaletteEntry(
        PaletteEntry.idOf(Place.of(route)),
        Sidebar.iconOf(route),
        Text.of("shell.go", Text.of(route.titleKey())),
        "",
        ShellKeys.keysOf(route),
        () -> model.navigator().go(route));
  }

  private static PaletteEntry theme(ThemeChoice choice, ThemeSwitch themes) {
    String title = Text.of("palette.theme", Text.of(ThemeSwitch.key(choice)));
    return PaletteEntry.command(Icon.COMMAND, title, "", () -> themes.choose(choice));
  }

  private PaletteEntry open(Connection connection) {
    return new PaletteEntry(
        "open " + connection.id(),
        Icon.CONNECTIONS,
        Text.of("palette.open", connection.name()),
        Text.of("palette.connection"),
        "",
        () -> model.open(connection));
  }
}
