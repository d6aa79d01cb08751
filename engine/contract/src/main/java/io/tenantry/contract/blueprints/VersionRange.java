package io.tenantry.contract.blueprints;

import io.tenantry.contract.error.EngineException;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A range of versions with one end, written {@code 1.4}, {@code <1.4}, {@code <=1.4}, {@code >1.4}
 * or {@code >=1.4}.
 *
 * @param bound on which side of the version it lies
 * @param version where it ends
 */
public record VersionRange(Bound bound, Version version) {

  /** On which side of its version a range lies. */
  public enum Bound {
    /** The version and no other. */
    IS(""),
    /** Every version before it. */
    BELOW("<"),
    /** It, and every version before it. */
    UP_TO("<="),
    /** Every version after it. */
    ABOVE(">"),
    /** It, and every version after it. */
    FROM(">=");

    private final String sign;

    Bound(String sign) {
      this.sign = sign;
    }

    /** Returns what stands before the version; empty for the version itself. */
    public String sign() {
      return sign;
    }
  }

  /** Returns the range that holds one version. */
  public static VersionRange of(Version version) {
    return new VersionRange(Bound.IS, version);
  }

  /**
   * Reads {@code <1.4} and its like.
   *
   * @throws EngineException BAD_REQUEST {@code Invalid version: x}
   */
  public static VersionRange parse(String text) {
    Bound bound =
        Arrays.stream(Bound.values())
            .filter(each -> text.startsWith(each.sign))
            .max(Comparator.comparingInt(each -> each.sign.length()))
            .orElse(Bound.IS);
    return new VersionRange(bound, Version.parse(text.substring(bound.sign.length())));
  }

  /** Says whether a version lies in the range. */
  public boolean contains(Version other) {
    int order = other.compareTo(version);
    return switch (bound) {
      case IS -> order == 0;
      case BELOW -> order < 0;
      case UP_TO -> order <= 0;
      case ABOVE -> order > 0;
      case FROM -> order >= 0;
    };
  }

  /** Returns the range as it is written. */
  @Override
  public String toString() {
    return bound.sign + version;
  }
}
