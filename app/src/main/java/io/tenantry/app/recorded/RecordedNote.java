package io.tenantry.app.recorded;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.text.Text;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Says in one message what a request recorded, as it stands now. UI thread. */
public final class RecordedNote extends StackPane {
  private final RecordedViewModel model;
  private final Node[] more;

  /**
   * Creates it.
   *
   * @param more what can be done about it besides looking at all changes
   */
  public RecordedNote(RecordedViewModel model, Node... more) {
    this.model = model;
    this.more = more.clone();
    model.request().subscribe(now -> now.ifPresent(this::show));
  }

  private void show(RecordedRequest request) {
    boolean asks = request.staying() > 0 || !request.told().warnings().isEmpty();
    getChildren()
        .setAll(
            new Callout(
                    asks ? Tone.WARNING : Tone.SUCCESS, title(request), "")
                .add(Labels.cutAtEnd(Labels.body(RecordedWords.of(request)))) // one line, always
                .action(more)
                .action(Buttons.link(Text.of("recorded.seeChanges"), model::openChanges)));
  }

  private static String title(RecordedRequest request) {
    String workspace = request.workspace().value();
    return request
        .version()
        .map(version -> Text.of("recorded.title", version.toString(), workspace))
        .orElseGet(() -> Text.of("recorded.title.control", workspace));
  }
}
