package io.tenantry.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A theme with every length multiplied. All sizes are written in pixels in the style sheets, so one
 * factor over them scales type, space, radii and heights alike, in windows and popups, without a
 * restart; em lengths follow the font.
 */
final class ScaledSheet {
  private static final Pattern IMPORT = Pattern.compile("@import\\s+\"([^\"]+)\"\\s*;");
  private static final Pattern PIXELS = Pattern.compile("(-?\\d+(?:\\.\\d+)?)px\\b");
  private static final Pattern MEDIA = Pattern.compile("@media\\s*\\([^)]*\\)");

  private ScaledSheet() {}

  /** Returns the address of a style sheet that holds its imports and is scaled. */
  static String of(String address, double scale) {
    String text = scaled(resolved(URI.create(address)), scale);
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return "data:text/css;charset=utf-8;base64," + encoded;
  }

  private static String resolved(URI address) {
    Matcher imports = IMPORT.matcher(read(address));
    StringBuilder whole = new StringBuilder();
    while (imports.find()) {
      String text = resolved(target(address, imports.group(1)));
      imports.appendReplacement(whole, Matcher.quoteReplacement(text));
    }
    return imports.appendTail(whole).toString();
  }

  private static URI target(URI address, String imported) {
    try {
      if (imported.startsWith("/")) {
        URL found = ScaledSheet.class.getResource(imported);
        if (found == null) {
          throw new IllegalStateException("style sheet missing: " + imported);
        }
        return found.toURI();
      }
      String base = address.toString();
      return URI.create(base.substring(0, base.lastIndexOf('/') + 1) + imported);
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(imported, e);
    }
  }

  /** Breakpoints are those of the window, so they stay. */
  private static String scaled(String text, double scale) {
    StringBuilder whole = new StringBuilder();
    Matcher media = MEDIA.matcher(text);
    int from = 0;
    while (media.find()) {
      whole.append(lengths(text.substring(from, media.start()), scale)).append(media.group());
      from = media.end();
    }
    return whole.append(lengths(text.substring(from), scale)).toString();
  }

  private static String lengths(String text, double scale) {
    return PIXELS
        .matcher(text)
        .replaceAll(
            found ->
                String.format(Locale.ROOT, "%.2fpx", Double.parseDouble(found.group(1)) * scale));
  }

  private static String read(URI address) {
    try (InputStream file = address.toURL().openStream()) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("style sheet unreadable: " + address, e);
    }
  }
}
