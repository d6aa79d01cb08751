package io.tenantry.contract.blueprints;

import io.tenantry.contract.error.EngineException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Version of a blueprint, written {@code major.minor}.
 *
 * @param major 1 today
 * @param minor 0 for the empty version, then one more per recorded request
 */
public record Version(int major, int minor) implements Comparable<Version> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,6})");
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major).thenComparingInt(Version::minor);

  /** The version of a blueprint without statements. */
  public static final Version EMPTY = new Version(1, 0);

  /**
   * Reads {@code 1.2}.
   *
   * @throws EngineException BAD_REQUEST {@code Invalid version: x}
   */
  public static Version parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw EngineException.badField("version", "Invalid version: " + text);
    }
    return new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Returns the version that follows. */
  public Version next() {
    return new Version(major, minor + 1);
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code major.minor}. */
  @Override
  public String toString() {
    return major + "." + minor;
  }
}
