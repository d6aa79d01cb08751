package io.tenantry.app.shell;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.navigation.Navigator;
import io.tenantry.app.navigation.Place;
import io.tenantry.app.navigation.Route;
import io.tenantry.app.text.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Back, forward, and the way from the top to here. UI thread. */
final class Breadcrumbs extends HBox {
  private final Navigator navigator;
  private final Button back;
  private final Button forward;

  Breadcrumbs(Navigator navigator) {
    this.navigator = navigator;
    getStyleClass().add("breadcrumbs");
    back = Buttons.icon(Feather.ARROW_LEFT, Text.of("shell.back"), navigator::back);
    forward = Buttons.icon(Feather.ARROW_RIGHT, Text.of("shell.forward"), navigator::forward);
    back.disableProperty().bind(navigator.canGoBack().not());
    forward.disableProperty().bind(navigator.canGoForward().not());
    navigator.current().subscribe(this::show);
  }

  private void show(Place place) {
    getChildren().setAll(back, forward);
    Deque<Route> way = new ArrayDeque<>();
    for (Route route = place.route(); route != null; route = route.parent().orElse(null)) {
      way.push(route);
    }
    for (Route route : way) {
      if (route == place.route()) {
        here(place);
      } else {
        above(route, place);
      }
    }
  }

  private void above(Route route, Place place) {
    boolean plain = route.parent().isEmpty();
    String words = plain ? Text.of(route.titleKey()) : place.subject();
    Place target = plain ? Place.of(route) : new Place(route, place.subject());
    getChildren().add(Buttons.link(words, () -> navigator.go(target)));
    getChildren().add(Icons.of(Feather.CHEVRON_RIGHT, "icon-small"));
  }

  private void here(Place place) {
    boolean named = place.route().parent().isPresent() && place.route() != Route.DIFF;
    String words =
        named && !place.subject().isEmpty() ? place.subject() : Text.of(place.route().titleKey());
    Label label = Labels.body(words);
    label.getStyleClass().add("crumb-here");
    getChildren().add(label);
  }
}
