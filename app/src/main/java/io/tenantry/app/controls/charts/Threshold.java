package io.tenantry.app.controls.charts;

/**
 * A value that should not be passed.
 *
 * @param value where
 * @param label what it means, in a few words
 */
public record Threshold(double value, String label) {}
