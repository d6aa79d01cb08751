package io.tenantry.app.controls.charts;

/**
 * Something that happened while the values were taken.
 *
 * @param at when, in milliseconds since 1970
 * @param mark its sign
 * @param words what it was, for the tooltip and the spoken text
 * @param open leads to it
 */
public record ChartEvent(long at, EventMark mark, String words, Runnable open) {}
