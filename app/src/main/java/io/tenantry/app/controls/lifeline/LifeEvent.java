package io.tenantry.app.controls.lifeline;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened.
 *
 * @param at when
 * @param node how it stands on the line
 * @param words what happened
 * @param caption more about it, may be empty
 * @param kind equal for events that may be folded into one line
 * @param open leads to it; empty when there is nothing to open
 */
public record LifeEvent(
    Instant at,
    RailNode node,
    String words,
    String caption,
    String kind,
    Optional<Runnable> open) {}
