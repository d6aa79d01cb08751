package io.tenantry.app.settings;

import java.nio.charset.StandardCharsets;

/**
 * Any text as the name of a file, and back: two texts never share a file, also where the file
 * system does not tell case.
 */
final class FileName {
  private static final char ESCAPE = '~';

  private FileName() {}

  static String of(String text) {
    StringBuilder name = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) b;
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_') {
        name.append(c);
      } else {
        name.append(ESCAPE).append(String.format("%02x", b & 0xff));
      }
    }
    return name.toString();
  }

  /** Returns the text that a name stands for; names that others made stand for themselves. */
  static String read(String name) {
    byte[] bytes = new byte[name.length()];
    int length = 0;
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (c == ESCAPE && isHex(name, at + 1) && isHex(name, at + 2)) {
        bytes[length++] = (byte) Integer.parseInt(name.substring(at + 1, at + 3), 16);
        at += 2;
      } else if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else {
        return name;
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static boolean isHex(String text, int at) {
    return at < text.length() && Character.digit(text.charAt(at), 16) >= 0;
  }
}
