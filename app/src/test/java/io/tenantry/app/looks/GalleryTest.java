package io.tenantry.app.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenantry.app.FxTest;
import io.tenantry.app.fx.Snapshots;
import io.tenantry.themes.Theme;
import io.tenantry.themes.Themes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every control in every state, in all themes and densities: nothing is looked up in vain, words
 * can be read on the ground they really stand on, and nothing is cut. With {@code
 * -Dlooks.pictures=FOLDER} the pages are kept as pictures.
 */
class GalleryTest extends FxTest {
  /** The pages of the gallery. */
  enum Page {
    TYPE(ControlPages::type),
    BUTTONS(ControlPages::buttons),
    FIELDS(ControlPages::fields),
    STATES(FigurePages::states),
    FIGURES(FigurePages::figures),
    MESSAGES(MessagePages::messages),
    CODE(MessagePages::code),
    PLACEHOLDERS(MessagePages::placeholders),
    TABLES(TablePages::tables),
    CARDS(TablePages::cards),
    CHARTS(LinePages::charts),
    LINES(LinePages::lines),
    STEPS(LinePages::steps);

    private final Supplier<? extends Region> make;

    Page(Supplier<? extends Region> make) {
      this.make = make;
    }
  }

  /** Gives a page the room it needs, more than a window has. */
  private static final class Hall extends Pane {
    private final Region page;
    private final double scale;

    Hall(Region page, double scale) {
      super(page);
      this.page = page;
      this.scale = scale;
    }

    @Override
    protected void layoutChildren() {
      double width = getWidth() * Math.max(1, scale);
      page.resize(width, Math.max(getHeight(), page.prefHeight(width)));
    }
  }

  @AfterEach
  void backToLight() {
    run(() -> Themes.apply(Theme.LIGHT));
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsSoundInEveryTheme(Page page) {
    try (StyleComplaints complaints = new StyleComplaints()) {
      for (Theme theme : Theme.values()) {
        run(() -> Themes.apply(theme));
        Hall root = fx(() -> new Hall(page.make.get(), 1));
        show(root);
        String look = page + " in " + theme;
        assertThat(fx(() -> Soundness.faults(root, theme))).as(look).isEmpty();
        keep(root, page + "-" + theme);
        run(() -> root.getStyleClass().add("density-compact"));
        settle();
        assertThat(fx(() -> Cuts.in(root))).as(look + ", compact").isEmpty();
        keep(root, page + "-" + theme + "-compact");
      }
      assertThat(complaints.all()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 1.5, 2})
  void everyPageGrowsAndShrinksAsAWhole(double scale) {
    try (StyleComplaints complaints = new StyleComplaints()) {
      for (Page page : Page.values()) {
        run(() -> Themes.apply(Theme.LIGHT, scale));
        Hall root = fx(() -> new Hall(page.make.get(), scale));
        show(root);
        String look = page + " at " + scale;
        assertThat(fx(() -> Cuts.besideColumns(root))).as(look).isEmpty();
        assertThat(fx(() -> titleSize(root))).as(look).isCloseTo(18 * scale, within(0.01));
        keep(root, page + "-at-" + scale);
      }
      assertThat(complaints.all()).isEmpty();
    }
  }

  private static double titleSize(Hall hall) {
    return hall.lookup(".text-page-title") instanceof Label title ? title.getFont().getSize() : 0;
  }

  private static void keep(Hall hall, String name) {
    String folder = System.getProperty("looks.pictures");
    if (folder != null) {
      run(
          () -> {
            try {
              Snapshots.write(
                  hall.page,
                  Path.of(folder, name.toLowerCase(Locale.ROOT).replace('_', '-') + ".png"));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
