package io.tenantry.app.looks;

import javafx.scene.paint.Color;

/** A colour as the eye takes it: contrast by luminance, distance in OKLab. */
record Shade(double red, double green, double blue) {
  static Shade of(Color colour) {
    return new Shade(colour.getRed(), colour.getGreen(), colour.getBlue());
  }

  /** Returns this ground with a colour laid over it. */
  Shade under(Color colour) {
    double alpha = colour.getOpacity();
    return new Shade(
        colour.getRed() * alpha + red * (1 - alpha),
        colour.getGreen() * alpha + green * (1 - alpha),
        colour.getBlue() * alpha + blue * (1 - alpha));
  }

  /** Returns the contrast of WCAG, 1 to 21. */
  double contrast(Shade other) {
    double mine = luminance() + 0.05;
    double its = other.luminance() + 0.05;
    return Math.max(mine, its) / Math.min(mine, its);
  }

  /** Returns a hundred times the distance in OKLab, as this sight sees both. */
  double distance(Shade other, Sight sight) {
    double[] mine = oklab(sight.see(linear()));
    double[] its = oklab(sight.see(other.linear()));
    return 100 * Math.hypot(Math.hypot(mine[0] - its[0], mine[1] - its[1]), mine[2] - its[2]);
  }

  private double luminance() {
    double[] linear = linear();
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  private double[] linear() {
    return new double[] {linear(red), linear(green), linear(blue)};
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static double[] oklab(double[] rgb) {
    double l = Math.cbrt(0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2]);
    double m = Math.cbrt(0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2]);
    double s = Math.cbrt(0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2]);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }
}
