package io.tenantry.app.shell;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something the palette can do.
 *
 * @param icon what kind it is
 * @param title what it does or where it leads
 * @param detail written beside it
 * @param keys its keys, empty for none
 * @param run does it
 */
record PaletteEntry(Feather icon, String title, String detail, String keys, Runnable run) {
  /** Returns how well it fits what was typed, higher is better; negative when it does not. */
  int score(String typed) {
    if (typed.isEmpty()) {
      return 0;
    }
    String words = title.toLowerCase(Locale.ROOT);
    String wanted = typed.toLowerCase(Locale.ROOT).strip();
    if (words.startsWith(wanted)) {
      return 100;
    }
    if (words.contains(" " + wanted)) {
      return 80;
    }
    if (words.contains(wanted)) {
      return 60;
    }
    return initials(words).contains(wanted) ? 40 : -1;
  }

  private static String initials(String words) {
    StringBuilder initials = new StringBuilder();
    for (String word : words.split("[\\s_-]+")) {
      if (!word.isEmpty()) {
        initials.append(word.charAt(0));
      }
    }
    return initials.toString();
  }
}
