package io.tenantry.app.settings;

/**
 * Where the window was, in pixels of the desktop.
 *
 * @param x left edge
 * @param y top edge
 * @param width width
 * @param height height
 * @param maximized whether it filled the screen
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}
