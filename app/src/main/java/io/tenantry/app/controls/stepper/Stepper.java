package io.tenantry.app.controls.stepper;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.figures.Meter;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Steps beside each other, joined by a line, or below each other when there are more than five. It
 * tells and cannot be operated. UI thread.
 */
public final class Stepper extends StackPane {
  private static final int MOST_ACROSS = 5;
  private final List<StepNode> nodes = new ArrayList<>();

  private Stepper(boolean small) {
    getStyleClass().add("stepper");
    if (small) {
      getStyleClass().add("small");
    }
    setAccessibleRole(AccessibleRole.TEXT);
  }

  /** Steps as a page shows them, discs of 24 px. */
  public static Stepper normal() {
    return new Stepper(false);
  }

  /** Steps as a form or a panel shows them, discs of 20 px. */
  public static Stepper small() {
    return new Stepper(true);
  }

  /** Shows steps; those that are there already change in place. */
  public void show(List<Step> steps) {
    if (steps.size() != nodes.size()) {
      build(steps.size());
    }
    for (int at = 0; at < steps.size(); at++) {
      nodes.get(at).show(steps.get(at));
    }
    setAccessibleText(spoken(steps));
  }

  private void build(int count) {
    boolean across = count <= MOST_ACROSS;
    nodes.clear();
    Pane line = across ? new HBox() : new VBox();
    line.getStyleClass().add(across ? "steps-across" : "steps-down");
    for (int at = 0; at < count; at++) {
      StepNode node = new StepNode(at + 1, at == count - 1, across);
      nodes.add(node);
      HBox.setHgrow(node, Priority.ALWAYS);
      line.getChildren().add(node);
    }
    getChildren().setAll(line);
  }

  private static String spoken(List<Step> steps) {
    return steps.stream()
        .map(
            step ->
                String.join(
                    ", ",
                    step.title(),
                    Text.of("stepper." + step.state().name().toLowerCase(Locale.ROOT)),
                    step.caption()))
        .collect(Collectors.joining("; "));
  }

  /** One step: a disc with its number or sign, the line to the next one, words and a bar. */
  private final class StepNode extends VBox {
    private final Label number;
    private final StackPane disc = new StackPane();
    private final Region joint = new Region();
    private final Label title = new Label();
    private final Label caption = Labels.caption("");
    private final Meter bar = new Meter();

    StepNode(int place, boolean last, boolean across) {
      number = new Label(String.valueOf(place));
      number.getStyleClass().add("step-number");
      getStyleClass().add("step");
      disc.getStyleClass().add("step-disc");
      joint.getStyleClass().add("step-joint");
      joint.setVisible(!last);
      title.getStyleClass().addAll("text-medium", "step-title");
      title.setMinWidth(0);
      caption.setMinWidth(0);
      bar.getStyleClass().add("step-bar");
      bar.setMaxWidth(Double.MAX_VALUE);
      setMinWidth(0);
      setPrefWidth(1);
      VBox words = new VBox(title, caption, bar);
      words.getStyleClass().add("step-words");
      getChildren().addAll(across ? across(words) : down(words));
    }

    private List<Node> across(VBox words) {
      HBox.setHgrow(joint, Priority.ALWAYS);
      HBox top = new HBox(disc, joint);
      top.getStyleClass().add("step-top");
      return List.of(top, words);
    }

    private List<Node> down(VBox words) {
      VBox.setVgrow(joint, Priority.ALWAYS);
      VBox rail = new VBox(disc, joint);
      rail.getStyleClass().add("step-rail");
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox row = new HBox(rail, words);
      row.getStyleClass().add("step-row");
      return List.of(row);
    }

    void show(Step step) {
      for (Step.State state : Step.State.values()) {
        String name = state.name().toLowerCase(Locale.ROOT);
        pseudoClassStateChanged(PseudoClass.getPseudoClass(name), state == step.state());
      }
      disc.getChildren()
          .setAll(
              switch (step.state()) {
                case DONE -> Icons.of(Icon.CHECKED);
                case FAILED -> Icons.of(Icon.CLOSE);
                case NOW, NEXT -> number;
              });
      title.setText(step.title());
      caption.setText(step.caption());
      bar.setVisible(step.total() > 0);
      bar.setManaged(step.total() > 0);
      bar.show(step.total(), step.parts());
    }
  }
}
