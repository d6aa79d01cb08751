package io.tenantry.core.inspection;

import java.util.Optional;

/**
 * Something that was found in a data folder.
 *
 * @param severity how bad it is
 * @param kind what sort of thing it is, for programs: {@code database_missing}, {@code stray_file}
 * @param where file or folder, relative to the data folder where it is inside
 * @param what what is wrong, for people
 * @param repair what a repair does about it; absent when people have to decide
 */
public record Finding(
    Severity severity, String kind, String where, String what, Optional<String> repair) {

  /** Returns whether something is to be done about it. */
  public boolean counts() {
    return severity != Severity.NOTE;
  }

  /** Returns whether another finding is about the same thing, whatever it says about it. */
  boolean isSameAs(Finding other) {
    return kind.equals(other.kind) && where.equals(other.where);
  }
}
