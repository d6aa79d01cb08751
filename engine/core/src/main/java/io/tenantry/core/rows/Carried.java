package io.tenantry.core.rows;

import java.util.OptionalInt;

/**
 * Whether tenants run a data statement, too.
 *
 * @param carried whether they do
 * @param reason why, for people
 * @param with place of the statement whose change it belongs to; empty when it stands by itself
 */
public record Carried(boolean carried, String reason, OptionalInt with) {
  static Carried yes(String reason, int with) {
    return new Carried(true, reason, OptionalInt.of(with));
  }

  static Carried alone(String reason) {
    return new Carried(true, reason, OptionalInt.empty());
  }

  /** It stays in the workspace. */
  public static Carried no(String reason, OptionalInt with) {
    return new Carried(false, reason, with);
  }
}
