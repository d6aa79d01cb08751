package io.tenantry.app.shell;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.PlaceSubjects;
import io.tenantry.app.navigation.ScreenRoute;
import io.tenantry.app.text.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The places above the one that is shown: as links, or as one menu where they do not fit. */
final class Crumbs extends StackPane {
  private final Navigator navigator;
  private final HBox links = new HBox();
  private final HBox folded = new HBox();
  private final ContextMenu menu = new ContextMenu();

  Crumbs(Navigator navigator) {
    this.navigator = navigator;
    links.getStyleClass().add("crumbs");
    folded.getStyleClass().add("crumbs");
    Button open = Buttons.icon(Icon.MORE, Text.of("shell.crumbs"), () -> {});
    open.setOnAction(_ -> menu.show(open, Side.BOTTOM, 0, 4));
    folded.getChildren().addAll(open, separator());
    getChildren().addAll(links, folded);
    setMaxWidth(USE_PREF_SIZE);
  }

  /** Shows the way to a place, without the place itself. */
  void show(Place place) {
    links.getChildren().clear();
    menu.getItems().clear();
    Deque<ScreenRoute> way = new ArrayDeque<>();
    for (Optional<ScreenRoute> at = place.route().parent();
        at.isPresent();
        at = at.get().parent()) {
      way.push(at.get());
    }
    way.forEach(route -> add(route, place));
    setVisible(!way.isEmpty());
    setManaged(!way.isEmpty());
  }

  private void add(ScreenRoute route, Place place) {
    String name = PlaceSubjects.nameIn(place.subject());
    Place target = route.parent().isEmpty() ? Place.of(route) : new Place(route, name);
    String words = target.subject().isEmpty() ? Text.of(route.titleKey()) : target.subject();
    links.getChildren().addAll(Buttons.link(words, () -> navigator.go(target)), separator());
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> navigator.go(target));
    menu.getItems().add(item);
  }

  private static Node separator() {
    return Icons.of(Icon.NEXT, "icon-small");
  }

  @Override
  protected double computePrefWidth(double height) {
    return links.prefWidth(height);
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.min(links.prefWidth(height), folded.prefWidth(height));
  }

  @Override
  protected void layoutChildren() {
    boolean fits = links.prefWidth(-1) <= getWidth() + 0.5;
    links.setVisible(fits);
    folded.setVisible(!fits);
    super.layoutChildren();
  }
}
