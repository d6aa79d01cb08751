package io.tenantry.app.controls.drawer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.Screenshots;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrawerTest extends FxTest {
  private ListView<String> list;
  private Drawer drawer;
  private Scene scene;

  @BeforeEach
  void open() {
    list = fx(() -> new ListView<>());
    list.setAccessibleText("Tenants");
    run(() -> list.getItems().setAll("acme", "globex", "initech"));
    drawer = fx(() -> new Drawer(list, Drawer.Edge.RIGHT));
    scene = show(drawer);
    run(list::requestFocus);
    run(() -> list.getSelectionModel().select(0));
    run(() -> drawer.show("acme", new VBox(named(new TextField()), new Label("12.4 MB"))));
    settle();
  }

  @Test
  void theListStaysUsableUnderIt() {
    Screenshots.everyLook("drawer", scene);
    assertThat(scene.getFocusOwner()).isSameAs(list);
    push(KeyCode.DOWN);
    assertThat(list.getSelectionModel().getSelectedItem()).isEqualTo("globex");
    clickOn("initech");
    assertThat(list.getSelectionModel().getSelectedItem()).isEqualTo("initech");
    assertThat(drawer.openProperty().get()).isTrue();
  }

  @Test
  void escapeClosesItAndGivesTheFocusBack() {
    clickOn(".drawer .text-field");
    push(KeyCode.ESCAPE);
    settle();
    assertThat(drawer.openProperty().get()).isFalse();
    assertThat(scene.getFocusOwner()).isSameAs(list);
  }

  @Test
  void escapeFromTheListClosesItToo() {
    push(KeyCode.ESCAPE);
    settle();
    assertThat(drawer.openProperty().get()).isFalse();
    assertThat(scene.getFocusOwner()).isSameAs(list);
  }

  @Test
  void itLeadsToThePageOfTheSame() {
    List<String> pages = new ArrayList<>();
    run(() -> drawer.onPage(() -> pages.add("acme")));
    settle();
    clickOn(".drawer-head .icon-button");
    assertThat(pages).containsExactly("acme");
  }

  private static TextField named(TextField field) {
    field.setAccessibleText("Name");
    return field;
  }
}
