package io.tenantry.app.screens.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.FxTest;
import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.EngineTarget;
import io.tenantry.app.guard.GuardLevel;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionListTest extends FxTest {
  private static final Connection LOCAL =
      Connection.local("local", "Local engine", Path.of("/data"));
  private static final Connection EU = remote("eu", "Prod EU", "Production");
  private static final Connection TEST = remote("test", "Test", "");
  private static final Connection US = remote("us", "Prod US", "Production");

  private final List<Connection> opened = new ArrayList<>();
  private ConnectionList list;

  @BeforeEach
  void open() {
    opened.clear();
    list =
        fx(
            () ->
                new ConnectionList(
                    "Connections",
                    opened::add,
                    new ConnectionCell.Actions(_ -> {}, _ -> {}, _ -> {}, _ -> {})));
    run(() -> list.show(lines(ConnectionRow.State.CLOSED)));
    show(fx(() -> new VBox(list)));
    run(list::requestFocus);
  }

  @Test
  void thoseWithoutAGroupComeFirstAndGroupsStandTogether() {
    assertThat(lines(ConnectionRow.State.CLOSED).stream().map(ConnectionLine::identity))
        .containsExactly(
            "connection local",
            "connection test",
            "group Production",
            "connection eu",
            "connection us");
  }

  @Test
  void keysPassOverTheNamesOfGroups() {
    push(KeyCode.HOME);
    push(KeyCode.DOWN);
    push(KeyCode.DOWN);
    assertThat(fx(list::selected)).contains(EU);
    push(KeyCode.UP);
    assertThat(fx(list::selected)).contains(TEST);
    push(KeyCode.ENTER);
    assertThat(opened).containsExactly(TEST);
  }

  @Test
  void aConnectionThatChangesKeepsSelection() {
    run(() -> list.getSelectionModel().select(3));
    run(() -> list.show(lines(ConnectionRow.State.OPEN)));
    assertThat(fx(list::selected)).contains(EU);
    run(() -> list.show(lines(ConnectionRow.State.OPEN).subList(2, 5)));
    assertThat(fx(list::selected)).contains(EU);
    run(() -> list.show(lines(ConnectionRow.State.OPEN).subList(0, 1)));
    assertThat(fx(list::selected)).isEmpty();
  }

  @Test
  void theListIsAsHighAsItsLinesAndOnlyConnectionsHaveAMenu() {
    List<ListCell<?>> cells = new ArrayList<>();
    run(() -> lookup(".list-cell").queryAllAs(ListCell.class).forEach(cells::add));
    assertThat(cells.stream().filter(cell -> !cell.isEmpty()).mapToDouble(Region::getHeight).sum())
        .isEqualTo(list.getHeight() - list.snappedTopInset() - list.snappedBottomInset());
    assertThat(cells)
        .allSatisfy(
            cell ->
                assertThat(cell.getContextMenu() != null)
                    .isEqualTo(cell.getItem() instanceof ConnectionLine.Entry));
  }

  private static List<ConnectionLine> lines(ConnectionRow.State state) {
    List<Connection> all = List.of(LOCAL, EU, TEST, US);
    return ConnectionLine.of(all.stream().map(each -> new ConnectionRow(each, state)).toList());
  }

  private static Connection remote(String id, String name, String group) {
    return new Connection(
        id,
        name,
        new EngineTarget.Remote(URI.create("https://" + id + ".example.com")),
        ConnectionColour.BLUE,
        group,
        GuardLevel.CONFIRM,
        Optional.empty());
  }
}
