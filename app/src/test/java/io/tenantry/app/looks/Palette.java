package io.tenantry.app.looks;

import io.tenantry.themes.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/** The colours of a theme by the names of its tokens, read from its palette. */
final class Palette {
  private static final Pattern TOKEN = Pattern.compile("(?m)^\\s*(-[a-z0-9-]+)\\s*:\\s*([^;]+);");

  private final Map<String, String> values = new HashMap<>();

  Palette(Theme theme) {
    String name = theme == Theme.HIGH_CONTRAST ? "contrast" : theme.name().toLowerCase();
    try (InputStream file = Theme.class.getResourceAsStream("settings/" + name + ".css")) {
      byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
      Matcher found = TOKEN.matcher(new String(bytes, StandardCharsets.UTF_8));
      while (found.find()) {
        values.put(found.group(1), found.group(2).strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a token's colour over the page. */
  Shade shade(String token) {
    return on("-color-bg-default", token);
  }

  /** Returns a token's colour over another. */
  Shade on(String ground, String token) {
    return Shade.of(colour(ground)).under(colour(token));
  }

  private Color colour(String token) {
    String value = Objects.requireNonNull(values.get(token), token);
    return value.startsWith("-") ? colour(value) : Color.web(value);
  }
}
