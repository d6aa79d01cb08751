package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.figures.MeterLine;
import io.tenantry.app.controls.figures.Pace;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.deployments.Deployment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The numbers of a deployment, and its bar in true proportion. UI thread. */
final class DeploymentFigures extends VBox {
  private final Figure done = new Figure("deployment.done");
  private final Figure there = new Figure("deployment.there");
  private final Figure failed = new Figure("deployment.failed");
  private final Figure left = new Figure("deployment.waiting");
  private final Figure rate = new Figure("deployment.rate");
  private final Figure took = new Figure("deployment.took");
  private final Figure remaining = new Figure("deployment.left");
  private final MeterLine meter = new MeterLine();

  DeploymentFigures() {
    getStyleClass().add("deployment-figures");
    FlowPane figures = new FlowPane(done, there, failed, left, rate, took, remaining);
    figures.getStyleClass().add("figures");
    getChildren().addAll(figures, meter);
  }

  /**
   * Shows a deployment.
   *
   * @param since how long ago the engine told that
   */
  void show(Deployment found, Duration since) {
    TenantsSoFar progress = TenantsSoFar.of(found);
    Pace pace = DeploymentPace.of(found);
    boolean isOver = found.status().ended();
    done.show(progress.done());
    there.show(progress.there());
    failed.show(progress.failed());
    left.name(isOver ? "deployment.notReached" : "deployment.waiting");
    left.show(progress.left());
    rate.say(
        progress.worked() == 0 ? "–" : Figures.count(Math.round(pace.perSecond())),
        progress.worked() == 0);
    took.name(isOver ? "deployment.took" : "deployment.sofar");
    took.say(Figures.duration(DeploymentPace.worked(found).plus(since)), false);
    remaining.say(pace.roughly().map(Figures::duration).orElse("–"), pace.remaining().isEmpty());
    remaining.setVisible(!isOver);
    remaining.setManaged(!isOver);
    meter.meter().show(progress.all(), progress.parts(found.status()));
    meter.say(words(progress));
  }

  static String words(TenantsSoFar progress) {
    List<String> words = new ArrayList<>();
    words.add(
        Text.of(
            "deployment.of",
            Figures.count((long) progress.done() + progress.there()),
            Figures.count(progress.all())));
    if (progress.failed() > 0) {
      words.add(Text.of("deployment.someFailed", Figures.count(progress.failed())));
    }
    return String.join(" · ", words);
  }

  /** A number with its name, each in its place whatever it says. */
  private static final class Figure extends VBox {
    private final Label number = Labels.figure("");
    private final Label name = Labels.caption("");

    Figure(String key) {
      getStyleClass().add("figure");
      name(key);
      getChildren().addAll(name, number);
    }

    void name(String key) {
      name.setText(Text.of(key));
    }

    void show(long value) {
      say(Figures.count(value), value == 0);
    }

    void say(String text, boolean isQuiet) {
      number.setText(text);
      number.getStyleClass().remove("text-muted");
      if (isQuiet) {
        number.getStyleClass().add("text-muted");
      }
    }
  }
}
