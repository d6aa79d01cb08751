package io.tenantry.app.guard;

/** What has to happen before a change: the one table of weight, level and number. */
enum Precaution {
  /** It happens at once. */
  NONE,
  /** The user is asked. */
  ASK,
  /** The user is asked and types a name. */
  TYPE,
  /** It does not happen. */
  REFUSE;

  private static final long MANY = 100;

  /** Returns what is needed; more things, less way back and more level never need less. */
  static Precaution of(GuardedChange.Weight weight, GuardLevel level, long count) {
    return switch (level) {
      case READ_ONLY -> REFUSE;
      case TYPED -> TYPE;
      case CONFIRM ->
          switch (weight) {
            case NORMAL, SWEEPING -> ASK;
            case INTERRUPTING -> count < MANY ? ASK : TYPE;
            case DESTRUCTIVE -> count <= 1 ? ASK : TYPE;
            case FINAL -> TYPE;
          };
      case OPEN ->
          switch (weight) {
            case NORMAL -> NONE;
            case SWEEPING, INTERRUPTING -> count <= 1 ? NONE : ASK;
            case DESTRUCTIVE -> count < MANY ? ASK : TYPE;
            case FINAL -> TYPE;
          };
    };
  }
}
