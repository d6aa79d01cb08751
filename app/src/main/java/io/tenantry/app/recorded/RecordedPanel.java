package io.tenantry.app.recorded;

import io.tenantry.app.fx.Command;
import io.tenantry.app.guard.WriteGuard;
import io.tenantry.app.text.Text;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;

/**
 * What a run recorded, below its text: one message, and the list in the place of its rows. Where
 * there are rows, too, they stand there until the list is wanted. UI thread.
 */
public final class RecordedPanel {
  private final RecordedViewModel model;
  private final RecordedList list;
  private final ToggleButton wanted = new ToggleButton(Text.of("recorded.show"));
  private final Node note;

  /**
   * Creates it.
   *
   * @param onChoice hears that the list is wanted in the place of the rows, or no more
   */
  public RecordedPanel(RecordedViewModel model, WriteGuard guard, Runnable onChoice) {
    this.model = model;
    list = RecordedList.of(model, guard);
    wanted.getStyleClass().add("small");
    wanted.managedProperty().bind(wanted.visibleProperty());
    wanted.selectedProperty().subscribe((_, _) -> onChoice.run());
    note = new RecordedNote(model, wanted);
  }

  /** Says whether there is something to say. */
  public boolean isThere() {
    return model.request().get().isPresent();
  }

  /** Shows it for a run that has brought rows, or none. */
  public void follow(boolean hasRows) {
    wanted.setVisible(hasRows);
    if (!isThere()) {
      wanted.setSelected(false);
    }
  }

  /** Says whether the list stands in the place of the rows. */
  public boolean takesPlaceOfRows() {
    return isThere() && (!wanted.isVisible() || wanted.isSelected());
  }

  /** Returns the message. */
  public Node note() {
    return note;
  }

  /** Returns the list. */
  public Node list() {
    return list;
  }

  /** Returns what leads to the list by keys, while there is one. */
  public List<Command> commands() {
    return isThere()
        ? List.of(Command.of(Text.of("recorded.goTo"), this::goToList))
        : List.of();
  }

  private void goToList() {
    wanted.setSelected(wanted.isVisible());
    list.requestFocus();
  }
}
