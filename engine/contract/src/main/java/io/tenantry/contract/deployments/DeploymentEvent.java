package io.tenantry.contract.deployments;

import io.tenantry.contract.Coded;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a deployment as a whole (an extension).
 *
 * @param at UTC, whole seconds
 * @param kind what
 * @param author e-mail or key name of who did it; absent when the engine did it by itself
 * @param number of a stage the number of the one that was reached; of a width how many tenants are
 *     worked on at a time since; absent otherwise
 * @param status of the end how it ended; absent otherwise
 * @param undo of an undo the deployment that takes it back; absent otherwise
 */
public record DeploymentEvent(
    Instant at,
    Kind kind,
    Optional<String> author,
    Optional<Integer> number,
    Optional<DeploymentStatus> status,
    Optional<DeploymentId> undo) {

  /** What happened. */
  public enum Kind implements Coded {
    /** It was started. */
    STARTED,
    /** A further stage was reached. */
    STAGE,
    /** No further tenant is begun: someone said so, or its stage had ended. */
    PAUSED,
    /** It goes on. */
    RESUMED,
    /** Another number of tenants is worked on at a time. */
    WIDTH,
    /** It was ended for good. */
    CANCELLED,
    /** Its failed tenants, and those not reached, have another turn. */
    RETRIED,
    /** The engine was closed or killed meanwhile; it goes on. */
    RESTARTED,
    /** It has ended, or its failure budget stopped it. */
    FINISHED,
    /** An undo of it was started. */
    UNDONE
  }
}
