package io.tenantry.core.recording;

import java.util.Optional;

/**
 * One change of a request, made of one statement or of several that belong together.
 *
 * @param kind what it does, for example {@code create_table} or {@code rebuild_table}
 * @param object what it does it to, for example {@code users} or {@code users.email}
 * @param summary the same for people, for example {@code rebuild users: name becomes NOT NULL}
 * @param rowEffect what it does to rows, for people; empty when it touches none
 * @param loss what rows or values it loses, for people; empty when it loses none
 * @param revert the statements that take it back, a script; empty when there are none
 */
public record RecordedChange(
    String kind,
    String object,
    String summary,
    Optional<String> rowEffect,
    Optional<String> loss,
    Optional<String> revert) {

  /** Returns whether it loses rows or values. */
  public boolean destructive() {
    return loss.isPresent();
  }
}
