package io.tenantry.contract;

import java.util.Locale;
import java.util.Optional;

/** A constant that the wire spells in lower case: the one way from an enum to its code and back. */
public interface Coded {

  /** Returns the name of the constant. */
  String name();

  /** Returns the constant as the wire spells it, for example {@code not_found}. */
  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Finds the constant that the wire spells {@code code}.
   *
   * @return the constant, or empty when there is none
   */
  static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
    for (E candidate : type.getEnumConstants()) {
      if (candidate.code().equals(code)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
