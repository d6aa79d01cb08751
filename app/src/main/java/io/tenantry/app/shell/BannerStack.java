package io.tenantry.app.shell;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.CopyField;
import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.errors.Banner;
import io.tenantry.app.errors.Banners;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Text;
import java.time.Duration;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The messages above the screen; good news leave by themselves. UI thread. */
final class BannerStack extends VBox {
  private static final Duration GOOD_NEWS = Duration.ofSeconds(7);

  private final Banners banners;
  private final TaskRunner tasks;

  BannerStack(Banners banners, TaskRunner tasks) {
    this.banners = banners;
    this.tasks = tasks;
    banners.shown().subscribe(this::fill);
  }

  private void fill() {
    getChildren().setAll(banners.shown().stream().map(this::node).toList());
    banners.shown().stream()
        .filter(banner -> banner.tone() == Banner.Tone.SUCCESS)
        .forEach(banner -> tasks.after(GOOD_NEWS, () -> banners.close(banner)));
  }

  private Node node(Banner banner) {
    VBox words = new VBox(Labels.heading(banner.problem().title()));
    addLine(words, banner.problem().text());
    addLine(words, banner.problem().action());
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox box = new HBox(Icons.of(iconOf(banner.tone()), "banner-icon"), words);
    box.getStyleClass().addAll("banner", banner.tone().name().toLowerCase(Locale.ROOT));
    banner.problem().incident().ifPresent(code -> box.getChildren().add(CopyField.code(code)));
    banner
        .action()
        .ifPresent(
            action ->
                box.getChildren()
                    .add(
                        Buttons.normal(
                            action.label(),
                            () -> {
                              banners.close(banner);
                              action.run().run();
                            })));
    box.getChildren()
        .add(Buttons.icon(Feather.X, Text.of("error.close"), () -> banners.close(banner)));
    return box;
  }

  private static void addLine(VBox words, String text) {
    if (!text.isEmpty()) {
      Label line = Labels.prose(text);
      words.getChildren().add(line);
    }
  }

  private static Feather iconOf(Banner.Tone tone) {
    return switch (tone) {
      case INFO -> Feather.INFO;
      case SUCCESS -> Feather.CHECK_CIRCLE;
      case WARNING -> Feather.ALERT_TRIANGLE;
      case DANGER -> Feather.ALERT_OCTAGON;
    };
  }
}
