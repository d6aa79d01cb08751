package io.tenantry.server.settings;

import java.util.Locale;

/**
 * Something that can be set.
 *
 * @param key its name in the file, for example {@code backups.at}
 * @param fallback its value when nobody sets it; empty for none
 * @param meaning what it does, for people
 */
public record Setting(String key, String fallback, String meaning) {

  /** Returns its name in the environment, for example {@code TENANTRY_BACKUPS_AT}. */
  public String variable() {
    return "TENANTRY_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
