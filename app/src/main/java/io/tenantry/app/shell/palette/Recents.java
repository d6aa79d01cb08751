package io.tenantry.app.shell.palette;

import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.settings.ProjectMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was chosen in the palette last, in one project: kept over restarts. UI thread. */
final class Recents {
  private static final String KEY = "palette.recent";
  private static final int MOST = 6;

  private final ProjectMemory memory;
  private final Navigator navigator;

  /** What is kept of an entry, so that a thing can be offered before the engine was asked. */
  private record Line(String id, Icon icon, String title, String detail) {}

  Recents(ProjectMemory memory, Navigator navigator) {
    this.memory = memory;
    this.navigator = navigator;
  }

  /** Puts an entry in front. */
  void chosen(PaletteEntry entry) {
    List<Line> lines = new ArrayList<>(lines());
    lines.removeIf(line -> line.id().equals(entry.id()));
    lines.addFirst(new Line(entry.id(), entry.icon(), entry.title(), entry.detail()));
    memory.keep(
        KEY, lines.stream().limit(MOST).map(Recents::written).collect(Collectors.joining("\n")));
  }

  /**
   * Returns what can be chosen again, the last first.
   *
   * @param offered what can be done now: a command that is not among it is left out
   */
  List<PaletteEntry> entries(Collection<PaletteEntry> offered) {
    List<PaletteEntry> entries = new ArrayList<>();
    for (Line line : lines()) {
      offered.stream()
          .filter(entry -> entry.id().equals(line.id()))
          .findFirst()
          .or(() -> thing(line))
          .ifPresent(entries::add);
    }
    return entries;
  }

  private Optional<PaletteEntry> thing(Line line) {
    return placeOf(line.id())
        .map(
            place ->
                PaletteEntry.thing(
                    line.icon(), line.title(), line.detail(), place, () -> navigator.go(place)));
  }

  /** Reads an id of a thing; a plain place is offered by the shell itself. */
  private static Optional<Place> placeOf(String id) {
    String[] parts = id.split(" ", 3);
    if (parts.length < 3 || !parts[0].equals("go") || parts[2].isEmpty()) {
      return Optional.empty();
    }
    return Arrays.stream(ScreenRoute.values())
        .filter(route -> route.name().equals(parts[1]))
        .findFirst()
        .map(route -> new Place(route, parts[2]));
  }

  private List<Line> lines() {
    return memory.value(KEY).lines().flatMap(line -> read(line).stream()).toList();
  }

  private static String written(Line line) {
    return String.join("\t", line.id(), line.icon().name(), line.title(), line.detail())
        .replace('\n', ' ');
  }

  private static Optional<Line> read(String line) {
    String[] parts = line.split("\t", -1);
    return parts.length < 4
        ? Optional.empty()
        : Arrays.stream(Icon.values())
            .filter(icon -> icon.name().equals(parts[1]))
            .findFirst()
            .map(icon -> new Line(parts[0], icon, parts[2], parts[3]));
  }
}
