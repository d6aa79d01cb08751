package io.tenantry.app.screens.blueprints;

/**
 * How many tenants are on a version.
 *
 * @param version its number
 * @param tenants how many
 * @param latest whether it is the newest
 */
record VersionShare(String version, long tenants, boolean latest) {}
