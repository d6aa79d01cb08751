package io.tenantry.contract.error;

import io.tenantry.contract.Coded;

/**
 * What stands against an operation that was refused with {@link ErrorCode#CONFLICT}, so that a
 * program can say what helps. An extension: field {@code conflict} of the reply. Absent where none
 * of these says it better than the message.
 */
public enum ConflictKind implements Coded {
  /** Something of that name is there already: another name helps. */
  EXISTS,
  /** Something is at work on it, or holds it: waiting helps. */
  BUSY,
  /** It is not any more as the caller has seen it: looking again helps. */
  CHANGED,
  /** Something else needs it: that has to be changed or removed first. */
  NEEDED,
  /** Its own state does not allow it: it has to be brought into another one first. */
  STATE,
  /** What was kept for it is missing or damaged: only another copy helps. */
  DAMAGED
}
